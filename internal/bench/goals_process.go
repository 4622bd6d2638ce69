package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs/strategy/codec"
)

// binarySize is goal 13. It runs the go command, in this module's folder.
func binarySize(*env) (rows []row) {
	dir := must(os.MkdirTemp("", "bench"))
	defer os.RemoveAll(dir)
	weigh := func(program, flags string) float64 {
		out := filepath.Join(dir, program)
		cmd := exec.Command("go", "build", "-trimpath", "-ldflags="+flags, "-o", out, "./sizes/"+program)
		if text, err := cmd.CombinedOutput(); err != nil {
			fatal(err, ": ", string(text))
		}
		return float64(must(os.Stat(out)).Size()) / 1e6
	}
	for _, p := range []struct {
		program, what string
		gate, aim     float64
	}{
		{"model", "binary of model, rules and index over fmt", 0.8, 0.5},
		{"codec", "binary with codec over fmt", 3.0, 2.5},
	} {
		rows = append(rows,
			row{what: p.what, measured: weigh(p.program, "") - weigh("fmt", ""), unit: " MB", gate: p.gate, aim: p.aim},
			row{what: p.what + ", stripped", measured: weigh(p.program, "-s -w") - weigh("fmt", "-s -w"), unit: " MB", note: "-ldflags=\"-s -w\""})
	}
	return rows
}

// childFlag begins the argument that makes this program a child which reads
// one file and prints its peak memory.
const childFlag = "-child="

// readers are the ways in which a child reads.
var readers = map[string]func(name string, data []byte) any{
	"none":    func(_ string, data []byte) any { return data },
	"codec":   func(name string, data []byte) any { return load(name, data) },
	"json/v2": func(_ string, data []byte) any { return decodeV2(data) },
	"yaml v4": func(_ string, data []byte) any { return decodeYAML()(data) },
}

func child(reader, name string) {
	runtime.GOMAXPROCS(1)
	data := must(os.ReadFile(name))
	sink = readers[reader](filepath.Base(name), data)
	runtime.KeepAlive(data)
	// Not Getrusage: its figure would begin with the parent's.
	_, after, _ := strings.Cut(string(must(os.ReadFile("/proc/self/status"))), "VmHWM:")
	fmt.Print(must(strconv.Atoi(strings.Fields(after)[0])) * 1024)
}

// memoryObjects make a document of about 20 MB.
const memoryObjects = 25_000

// memory is goal 15: the peak of a process of its own, the file in memory
// included.
func memory(e *env) (rows []row) {
	d := e.yamlDoc(memoryObjects)
	dir := must(os.MkdirTemp("", "bench"))
	defer os.RemoveAll(dir)
	for _, f := range []struct {
		format    codec.Syntax
		data      []byte
		peer      string
		gate, aim float64
	}{{codec.JSON, d.json, "json/v2", 4, 3}, {codec.YAML, d.yaml, "yaml v4", 18, 10}} {
		name := filepath.Join(dir, "s."+string(f.format))
		if err := os.WriteFile(name, f.data, 0o600); err != nil {
			fatal(err)
		}
		peak := func(reader string) float64 {
			var used []float64
			for range 3 {
				cmd := exec.Command(must(os.Executable()), childFlag+reader, name)
				cmd.Stderr = os.Stderr
				used = append(used, must(strconv.ParseFloat(string(must(cmd.Output())), 64)))
			}
			return median(used) / float64(len(f.data))
		}
		rows = append(rows, row{what: fmt.Sprintf("peak memory of %s load ÷ document", f.format), measured: peak("codec"), gate: f.gate, aim: f.aim,
			note: fmt.Sprintf("%.0f MB; %s %.1f, reading the file alone %.1f", float64(len(f.data))/1e6, f.peer, peak(f.peer), peak("none"))})
	}
	return rows
}
