package stratml

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"github.com/ocs-framework/ocs"
)

// patcher applies a delta to what was read from the visible document.
type patcher struct {
	stale []ocs.Pointer // where the document was edited since the delta was written
}

var errDelta = errors.New("not a delta of this package")

// apply changes v as the delta says.
func (p *patcher) apply(delta json.RawMessage, v reflect.Value, at ocs.Pointer) error {
	switch {
	case isRecord(v.Type()):
		return p.applyRecord(delta, v, at)
	case v.Kind() == reflect.Slice && isRecord(v.Type().Elem()) && isElements(delta):
		return p.applyElements(delta, v, at)
	}
	return p.applyValue(delta, v, at)
}

// isElements tells the delta of a list of elements from a value: a value is a
// list that begins with a list or null.
func isElements(delta json.RawMessage) bool {
	return len(delta) > 1 && delta[0] == '[' && (delta[1] == '"' || delta[1] == '{')
}

func (p *patcher) applyRecord(delta json.RawMessage, v reflect.Value, at ocs.Pointer) error {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(delta, &members); err != nil {
		return errDelta
	}
	for i := range v.NumField() {
		name := fieldName(v.Type().Field(i))
		if d, ok := members[name]; ok && name != "" {
			if err := p.apply(d, v.Field(i), at.Append(name)); err != nil {
				return err
			}
			delete(members, name)
		}
	}
	delete(members, "~")
	if len(members) > 0 {
		return fmt.Errorf("%w: unknown fields", errDelta)
	}
	return nil
}

func (p *patcher) applyValue(delta json.RawMessage, v reflect.Value, at ocs.Pointer) error {
	var parts []json.RawMessage
	if err := json.Unmarshal(delta, &parts); err != nil || len(parts) < 1 || len(parts) > 2 {
		return errDelta
	}
	fits := isAbsent(v)
	if len(parts) == 2 {
		var was string
		if json.Unmarshal(parts[1], &was) != nil {
			return errDelta
		}
		data, err := marshal(v)
		fits = err == nil && !isAbsent(v) && hash(data) == was
	}
	if !fits {
		p.stale = append(p.stale, at)
		return nil
	}
	fresh := reflect.New(v.Type())
	if err := json.Unmarshal(parts[0], fresh.Interface()); err != nil {
		return fmt.Errorf("%w: %w", errDelta, err)
	}
	v.Set(fresh.Elem())
	return nil
}

// entry is an entry of the delta of a list of elements.
type entry struct {
	Same    string          `json:"~"`
	Add     json.RawMessage `json:"+"`
	Drop    string          `json:"-,"`
	Was     string          `json:"was"`
	changed bool
}

func (p *patcher) applyElements(delta json.RawMessage, v reflect.Value, at ocs.Pointer) error {
	var entries []json.RawMessage
	if err := json.Unmarshal(delta, &entries); err != nil {
		return errDelta
	}
	from := make(map[string]int)
	if _, ok := v.Type().Elem().FieldByName("ID"); !ok {
		return errDelta
	}
	for i := range v.Len() {
		from[idOf(v.Index(i))] = i
	}
	used := make([]bool, v.Len())
	list := reflect.MakeSlice(v.Type(), 0, len(entries))
	for _, raw := range entries {
		e, err := entryOf(raw)
		if err != nil {
			return err
		}
		if e.Add != nil {
			fresh := reflect.New(v.Type().Elem())
			if err := json.Unmarshal(e.Add, fresh.Interface()); err != nil {
				return fmt.Errorf("%w: %w", errDelta, err)
			}
			list = reflect.Append(list, fresh.Elem())
			continue
		}
		i, ok := from[e.Same+e.Drop]
		if !ok || used[i] {
			p.stale = append(p.stale, at)
			continue
		}
		used[i] = true
		element := v.Index(i)
		if e.Drop != "" {
			if data, err := marshal(element); err == nil && hash(data) == e.Was {
				continue
			}
			p.stale = append(p.stale, at.Index(list.Len()))
		}
		list = reflect.Append(list, element)
		if e.changed {
			n := list.Len() - 1
			if err := p.applyRecord(raw, list.Index(n), at.Index(n)); err != nil {
				return err
			}
		}
	}
	for i := range v.Len() {
		if !used[i] { // added since
			list = reflect.Append(list, v.Index(i))
		}
	}
	v.Set(list)
	return nil
}

func entryOf(raw json.RawMessage) (e entry, err error) {
	if len(raw) > 0 && raw[0] == '"' {
		err = json.Unmarshal(raw, &e.Same)
	} else {
		err = json.Unmarshal(raw, &e)
		e.changed = e.Same != ""
	}
	if err != nil || e.Same == "" && e.Add == nil && e.Drop == "" {
		return e, errDelta
	}
	return e, nil
}
