module github.com/ocs-framework/ocs/internal/conform

go 1.26

require (
	github.com/ocs-framework/ocs v0.0.0
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
)

require (
	github.com/go-json-experiment/json v1.27.2 // indirect
	go.yaml.in/yaml/v4 v4.0.0 // indirect
	golang.org/x/text v0.14.0 // indirect
)

replace github.com/ocs-framework/ocs => ../..
