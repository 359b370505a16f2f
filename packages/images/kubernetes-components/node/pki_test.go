package main

import (
	"crypto/tls"
	"crypto/x509"
	"testing"
)

func TestOnlyTheOwnAuthorityIsTrusted(t *testing.T) {
	own, err := newAuthority("kubernetes")
	if err != nil {
		t.Fatal(err)
	}
	copied, err := newAuthority("kubernetes")
	if err != nil {
		t.Fatal(err)
	}
	issued, err := own.issue(subject{commonName: "admin", organization: "system:masters", addresses: []string{"10.10.0.10"}})
	if err != nil {
		t.Fatal(err)
	}
	pair, err := tls.X509KeyPair(issued.Certificate, issued.Key)
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := x509.ParseCertificate(pair.Certificate[0])
	if err != nil {
		t.Fatal(err)
	}
	verify := func(by *authority) error {
		roots := x509.NewCertPool()
		roots.AddCert(by.certificate)
		_, err := certificate.Verify(x509.VerifyOptions{
			Roots: roots, DNSName: "10.10.0.10", KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth},
		})
		return err
	}
	if err := verify(own); err != nil {
		t.Error(err)
	}
	if verify(copied) == nil {
		t.Error("an authority of the same name is trusted")
	}
}
