package ocs

import "strings"

// Currency is an alphabetic currency code of ISO 4217, such as "PKR".
type Currency string

// currencies lists the codes of ISO 4217 in force on 1 January 2026, in order
// and each followed by a space: money and the units of account of international
// institutions, without metals, bond market units, codes for testing and "no
// currency". Read in the list of the Debian package iso-codes 4.15.0 (2023). The
// changes since are recalled and not verified: ZWG for ZWL, XCG for ANG, and the
// withdrawal of BGN, CUC, HRK and SLL.
const currencies = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD " +
	"CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP " +
	"GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP " +
	"LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN " +
	"PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT " +
	"TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF XSU XUA YER " +
	"ZAR ZMW ZWG "

// Known reports whether c is a code in force.
func (c Currency) Known() bool { return inCodes(currencies, string(c), 3) }

// Terms lists the codes in force, in alphabetical order.
func (Currency) Terms() []string { return strings.Fields(currencies) }

// inCodes reports whether code, of the given length, is in a sorted list of
// codes each followed by a space.
func inCodes(list, code string, length int) bool {
	if len(code) != length {
		return false
	}
	stride := length + 1
	low, high := 0, len(list)/stride
	for low < high {
		middle := (low + high) / 2
		if list[middle*stride:][:length] < code {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low < len(list)/stride && list[low*stride:][:length] == code
}
