package strategy_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
)

// exactly compares as strictly as documents do: 1.5 isn't 1.50.
var exactly = []cmp.Option{
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b ocs.Decimal) bool { return a == b }),
	cmp.Comparer(func(a, b ocs.Money) bool { return a == b }),
}

// text writes a strategy out, for which no list is the same as an empty one.
func text(t *testing.T, s *strategy.Strategy) string {
	t.Helper()
	data, err := json.Marshal(s)
	require.NoError(t, err)
	return string(data)
}

// requireApplies demands that the revision from a to b leads from a to b, and
// that nothing lies between equal strategies.
func requireApplies(t *testing.T, a, b *strategy.Strategy) *strategy.Revision {
	t.Helper()
	r := strategy.Diff(a, b)
	got, err := r.Apply(a)
	require.NoError(t, err)
	if text(t, b) != text(t, &got) {
		t.Fatalf("applied (-want +got):\n%s", cmp.Diff(*b, got, exactly...))
	}
	if rest := strategy.Diff(b, &got); !rest.IsZero() {
		t.Fatalf("left over: %+v", rest.Edits)
	}
	return r
}

// TestDiffSeesEveryField changes each value of the model in turn.
func TestDiffSeesEveryField(t *testing.T) {
	a, b := sample(), sample()
	var checked int
	var each func(v reflect.Value, path ocs.Pointer)
	change := func(v reflect.Value, path ocs.Pointer, value any) {
		checked++
		old := reflect.ValueOf(v.Interface())
		v.Set(reflect.ValueOf(value).Convert(v.Type()))
		defer v.Set(old)
		r := requireApplies(t, a, b)
		if !slices.ContainsFunc(r.Edits, func(e strategy.Edit) bool { return touches(e.Old, path) || touches(e.New, path) }) {
			t.Errorf("%s: not seen: %+v", path, r.Edits)
		}
	}
	each = func(v reflect.Value, path ocs.Pointer) {
		switch v.Interface().(type) {
		case ocs.Date:
			change(v, path, ocs.MustDate("2031"))
		case ocs.Period:
			change(v, path, ocs.MustPeriod("2031"))
		case ocs.Deadline:
			change(v, path, ocs.MustDeadline("2031"))
		case ocs.Money:
			change(v, path, ocs.MustMoney("PKR 7"))
		case ocs.Decimal:
			change(v, path, ocs.Num(7))
		case ocs.Extensions:
			change(v, path, ocs.Extensions{"a.example/b": json.RawMessage("7")})
		default:
			switch v.Kind() {
			case reflect.String:
				change(v, path, "something else")
			case reflect.Bool:
				change(v, path, true)
			case reflect.Int:
				change(v, path, 7)
			case reflect.Slice:
				each(v.Index(0), path.Index(0))
				change(v, path, reflect.Zero(v.Type()).Interface())
			case reflect.Struct:
				for i := range v.NumField() {
					each(v.Field(i), path.Append(jsonName(v.Type().Field(i))))
				}
			default:
				t.Fatalf("%s is of type %v", path, v.Type())
			}
		}
	}
	each(reflect.ValueOf(b).Elem(), "")
	if checked < 400 {
		t.Errorf("only %d values changed: the sample is incomplete", checked)
	}
}

func touches(p, path ocs.Pointer) bool { return p != "" && (p.Contains(path) || path.Contains(p)) }

func jsonName(f reflect.StructField) string {
	for i, c := range f.Tag.Get("json") {
		if c == ',' {
			return f.Tag.Get("json")[:i]
		}
	}
	return f.Tag.Get("json")
}

func TestApplyOfRandomChanges(t *testing.T) {
	for seed := range uint64(50) {
		a, b := nsaoc.Strategy(), nsaoc.Strategy()
		m := newMutator(seed)
		m.mutate(&a, m.IntN(20))
		if seed%2 == 0 {
			b = deep(reflect.ValueOf(&a).Elem()).Interface().(strategy.Strategy)
		}
		m.mutate(&b, 1+m.IntN(40))
		requireApplies(t, &a, &b)
		if t.Failed() {
			t.Fatal("seed ", seed)
		}
	}
}
