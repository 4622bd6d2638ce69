package stratml

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"

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
	case v.Type() == extensions:
		return p.applyExtensions(delta, v, at)
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

func (p *patcher) applyExtensions(delta json.RawMessage, v reflect.Value, at ocs.Pointer) error {
	deltas := membersOf(delta)
	if deltas == nil {
		return errDelta
	}
	fresh := make(ocs.Extensions)
	maps.Copy(fresh, v.Interface().(ocs.Extensions))
	for _, d := range deltas {
		value, err := p.applyJSON(d.value, fresh[d.name], at.Append(d.name))
		if err != nil {
			return err
		}
		if fresh[d.name] = value; value == nil {
			delete(fresh, d.name)
		}
	}
	data, err := marshalAny(fresh)
	if err != nil {
		return err
	}
	var spelt ocs.Extensions // as extensions are spelt when they are read
	if err := json.Unmarshal(data, &spelt); err != nil {
		return err
	}
	if len(spelt) == 0 {
		spelt = nil
	}
	v.Set(reflect.ValueOf(spelt))
	return nil
}

// applyJSON applies the delta of a value that may be absent.
func (p *patcher) applyJSON(delta, old json.RawMessage, at ocs.Pointer) (json.RawMessage, error) {
	if deltas := membersOf(delta); deltas != nil {
		if from := membersOf(old); from != nil {
			return p.applyMembers(deltas, from, at)
		}
		p.stale = append(p.stale, at)
		return old, nil
	}
	if string(delta) == "[]" {
		return old, nil // the same, in this place
	}
	value, was, err := valueOf(delta)
	if err != nil {
		return nil, err
	}
	if old == nil && was != "" || old != nil && hash(old) != was {
		p.stale = append(p.stale, at)
		return old, nil
	}
	return value, nil
}

// applyMembers applies the delta of an object. If it begins with a member
// without a name, its order is the new one.
func (p *patcher) applyMembers(deltas, old members, at ocs.Pointer) (json.RawMessage, error) {
	var fresh members
	ordered := deltas.get("") != nil
	place := make(map[string]int)
	for _, m := range old {
		if !ordered || deltas.get(m.name) == nil {
			place[m.name] = len(fresh)
			fresh = append(fresh, m)
		}
	}
	for _, d := range deltas {
		value, err := p.applyJSON(d.value, old.get(d.name), at.Append(d.name))
		if err != nil {
			return nil, err
		}
		if i, ok := place[d.name]; ok {
			fresh[i].value = value
		} else {
			fresh = append(fresh, jsonMember{d.name, value})
		}
	}
	fresh = slices.DeleteFunc(fresh, func(m jsonMember) bool { return m.value == nil })
	return fresh.object(), nil
}

// valueOf reads the delta of a value. There is no value if it has to be absent.
func valueOf(delta json.RawMessage) (value json.RawMessage, was string, err error) {
	var parts []json.RawMessage
	if json.Unmarshal(delta, &parts) != nil || len(parts) < 1 || len(parts) > 3 {
		return nil, "", errDelta
	}
	if len(parts) > 1 && json.Unmarshal(parts[1], &was) != nil {
		return nil, "", errDelta
	}
	if len(parts) == 3 {
		return nil, was, nil
	}
	return parts[0], was, nil
}

func (p *patcher) applyValue(delta json.RawMessage, v reflect.Value, at ocs.Pointer) error {
	value, was, err := valueOf(delta)
	if err != nil {
		return err
	}
	fits := isAbsent(v) && was == ""
	if was != "" {
		data, err := marshal(v)
		fits = err == nil && !isAbsent(v) && hash(data) == was
	}
	if !fits {
		p.stale = append(p.stale, at)
		return nil
	}
	if value == nil {
		v.SetZero()
		return nil
	}
	fresh := reflect.New(v.Type())
	if err := json.Unmarshal(value, fresh.Interface()); err != nil {
		return fmt.Errorf("%w: %w", errDelta, err)
	}
	v.Set(fresh.Elem())
	return nil
}

// entry is an entry of the delta of a list of elements.
type entry struct {
	Keep    bool            `json:"="`
	Same    string          `json:"~"`
	Add     json.RawMessage `json:"+"`
	Drop    string          `json:"x"`
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
	if len(entries) > 0 {
		if e, err := entryOf(entries[0]); err == nil && e.Keep {
			return p.applyChanges(entries[1:], v, from, at)
		}
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
	if list.Len() == 0 {
		v.SetZero()
		return nil
	}
	v.Set(list)
	return nil
}

// applyChanges applies the deltas of elements that keep their order.
func (p *patcher) applyChanges(entries []json.RawMessage, v reflect.Value, from map[string]int, at ocs.Pointer) error {
	for _, raw := range entries {
		e, err := entryOf(raw)
		if err != nil || !e.changed {
			return errDelta
		}
		i, ok := from[e.Same]
		if !ok {
			p.stale = append(p.stale, at)
			continue
		}
		if err := p.applyRecord(raw, v.Index(i), at.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

func entryOf(raw json.RawMessage) (e entry, err error) {
	if len(raw) > 0 && raw[0] == '"' {
		err = json.Unmarshal(raw, &e.Same)
	} else {
		err = json.Unmarshal(raw, &e)
		e.changed = e.Same != ""
	}
	if err != nil || !e.Keep && e.Same == "" && e.Add == nil && e.Drop == "" {
		return e, errDelta
	}
	return e, nil
}
