package main

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"os"
	"time"
)

// P-256 keys: twelve certificates take a few milliseconds, where RSA keys would take seconds of a boot.
const certificateLifetime = 10 * 365 * 24 * time.Hour

// keyPair is a certificate and its private key, both PEM.
type keyPair struct {
	Certificate []byte `json:"certificate"`
	Key         []byte `json:"key"`
}

// subject says whom a certificate is for. Kubernetes reads the common name as the user and the organization as groups.
type subject struct {
	commonName   string
	organization string
	names        []string
	addresses    []string
}

type authority struct {
	certificate *x509.Certificate
	key         crypto.Signer
	pair        keyPair
}

func newAuthority(commonName string) (*authority, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	template := certificateTemplate(subject{commonName: commonName})
	template.IsCA = true
	template.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature
	template.ExtKeyUsage = nil
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return nil, err
	}
	pair, err := encodePair(der, key)
	if err != nil {
		return nil, err
	}
	return parseAuthority(pair)
}

func parseAuthority(pair keyPair) (*authority, error) {
	certificateBlock, _ := pem.Decode(pair.Certificate)
	keyBlock, _ := pem.Decode(pair.Key)
	if certificateBlock == nil || keyBlock == nil {
		return nil, fmt.Errorf("the certificate authority's files are not PEM")
	}
	certificate, err := x509.ParseCertificate(certificateBlock.Bytes)
	if err != nil {
		return nil, err
	}
	key, err := x509.ParsePKCS8PrivateKey(keyBlock.Bytes)
	if err != nil {
		return nil, err
	}
	signer, isSigner := key.(crypto.Signer)
	if !isSigner {
		return nil, fmt.Errorf("the certificate authority's key cannot sign")
	}
	return &authority{certificate, signer, pair}, nil
}

func loadAuthority(path string) (*authority, error) {
	certificate, err := os.ReadFile(path + ".crt")
	if err != nil {
		return nil, err
	}
	key, err := os.ReadFile(path + ".key")
	if err != nil {
		return nil, err
	}
	return parseAuthority(keyPair{certificate, key})
}

// issue makes a certificate that is good for both ends of a connection.
func (a *authority) issue(to subject) (keyPair, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return keyPair{}, err
	}
	der, err := x509.CreateCertificate(rand.Reader, certificateTemplate(to), a.certificate, key.Public(), a.key)
	if err != nil {
		return keyPair{}, err
	}
	return encodePair(der, key)
}

func certificateTemplate(of subject) *x509.Certificate {
	serial, _ := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 127))
	name := pkix.Name{CommonName: of.commonName}
	if of.organization != "" {
		name.Organization = []string{of.organization}
	}
	template := &x509.Certificate{
		SerialNumber: serial,
		Subject:      name,
		DNSNames:     of.names,
		// A clone may start on a host whose clock is a little behind.
		NotBefore:             time.Now().Add(-time.Hour),
		NotAfter:              time.Now().Add(certificateLifetime),
		KeyUsage:              x509.KeyUsageDigitalSignature,
		ExtKeyUsage:           []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
		BasicConstraintsValid: true,
	}
	for _, address := range of.addresses {
		template.IPAddresses = append(template.IPAddresses, net.ParseIP(address))
	}
	return template
}

func encodePair(certificate []byte, key *ecdsa.PrivateKey) (keyPair, error) {
	encodedKey, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return keyPair{}, err
	}
	return keyPair{
		Certificate: pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: certificate}),
		Key:         pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: encodedKey}),
	}, nil
}

// newSigningKey makes the key pair of service-account tokens: private and public, both PEM.
func newSigningKey() (private, public []byte, err error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, nil, err
	}
	encodedPrivate, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return nil, nil, err
	}
	encodedPublic, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		return nil, nil, err
	}
	private = pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: encodedPrivate})
	return private, pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: encodedPublic}), nil
}
