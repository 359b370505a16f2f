# What an administrator types. On a bare Debian 12 with make and git: `make up`.
.DEFAULT_GOAL := help
.PHONY: help up down clean-host doctor test check bench test-host

setup := bash scripts/run.sh packages/setup/src/main.ts
root := bash scripts/as-root.sh

help: ## Lists what there is to do
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | sed -e :a -e 's/^\(.\{1,19\}\)|/\1 |/;ta' -e 's/|//'

up: ## Sets Labcast up on this machine and deploys the sample lab; takes seconds when it is up already
	@$(root) $(setup) up

down: ## Stops Labcast; labs that run go on
	@$(root) $(setup) down

clean-host: ## Removes every lab and every trace of Labcast (YES=1 without asking, CACHE=1 the caches too)
	@$(root) $(setup) clean-host $(if $(YES)$(CI),--yes) $(if $(CACHE),--cache)

doctor: ## Says what is wrong on this machine and what to do about it
	@$(root) $(setup) doctor

test: up ## Runs every test, with the real Incus and database of this machine
	@$(root) $(setup) test

check: ## Format, types, lint, borders and unit tests: under a minute, needs no root
	@bash scripts/run.sh npm run check

bench: up ## Measures labs, consoles and classes against the same work done with raw Incus
	@$(root) $(setup) browser
	@$(root) bash scripts/run.sh npm run bench --workspace bench

test-host: ## Tries everything on a fresh Debian with systemd, in QEMU (half an hour without KVM)
	@$(root) bash scripts/test-host/run.sh
