// Command fmt is the smallest program that prints, against which the others
// are weighed.
package main

import "fmt"

func main() { fmt.Println("bench") }
