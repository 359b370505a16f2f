module labcast.dev/await

go 1.26.0
