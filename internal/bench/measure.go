package main

import (
	"cmp"
	"fmt"
	"os"
	"runtime"
	"slices"
	"syscall"
	"time"
)

// cpuTime returns the processor time that this process has used, the garbage
// collector's included.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// minPass is the least time that one pass over one subject takes: shorter
// subjects are repeated within a pass.
const minPass = 40 * time.Millisecond

// subject is one thing that is timed. It returns its result, so that none is
// compiled away.
type subject struct {
	name string
	run  func() any
}

// sink keeps the last result.
var sink any

// timings are the times of subjects for one run: by subject, then by pass.
type timings [][]time.Duration

// compare times the subjects in interleaved passes.
func compare(passes int, subjects ...subject) timings {
	repeats := make([]int, len(subjects))
	for i, s := range subjects {
		start := cpuTime()
		sink = s.run()
		once := max(cpuTime()-start, time.Microsecond)
		repeats[i] = int(max(1, minPass/once))
	}
	times := make(timings, len(subjects))
	for range passes {
		for i, s := range subjects {
			sink = nil
			runtime.GC() // what one leaves behind isn't charged to the next
			start := cpuTime()
			for range repeats[i] {
				sink = s.run()
			}
			times[i] = append(times[i], (cpuTime()-start)/time.Duration(repeats[i]))
		}
	}
	return times
}

// median returns the median time of a subject.
func (t timings) median(subject int) time.Duration { return median(t[subject]) }

// ratio returns the median of what one subject took against another in the
// same pass, which a machine that slows down for a while disturbs less than the
// ratio of two medians.
func (t timings) ratio(subject, against int) float64 {
	ratios := make([]float64, len(t[subject]))
	for i := range ratios {
		ratios[i] = float64(t[subject][i]) / float64(t[against][i])
	}
	return median(ratios)
}

func median[T cmp.Ordered](list []T) T { return slices.Sorted(slices.Values(list))[len(list)/2] }

// allocations returns how many objects one run allocates.
func allocations(run func() any) uint64 {
	sink = run() // what is made once is made now
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	sink = run()
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs
}

// must ends the program if a step fails that has to succeed.
func must[T any](v T, err error) T {
	if err != nil {
		fatal(err)
	}
	return v
}

// failure is what ends the program; see [report].
type failure string

// fatal ends the program, after what was measured so far is printed.
func fatal(args ...any) { panic(failure(fmt.Sprint(args...))) }

// report, deferred, prints a failure and exits with status 1.
func report(p printer) {
	r := recover()
	p.flush()
	switch f := r.(type) {
	case nil:
	case failure:
		fmt.Fprintln(os.Stderr, "bench:", string(f))
		os.Exit(1)
	default:
		panic(r)
	}
}
