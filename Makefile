# The commands of the project. `make` or `make help` lists them. They need GNU make, bash and Python 3.11 or newer.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test test-fast test-next lint check messages password bench requirements clean dependencies dependencies-dev catalogues

PORT ?= 8000
ARGS ?=
export PORT

# The newest Python at hand that is new enough. A name may be on the PATH and still not start, so each is tried.
supported = import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	if $$name -c '$(supported)' 2>/dev/null; then command -v $$name; break; fi; done)
next = import sys; sys.exit(sys.version_info[:2] != (3, 13))
NEXT_PYTHON ?= $(shell for name in python3.13 $$HOME/.pyenv/versions/3.13*/bin/python3.13; do \
	if $$name -c '$(next)' 2>/dev/null; then command -v $$name; break; fi; done)
no_python = No Python 3.11 or newer was found (tried python3.13, python3.12, python3.11 and python3). Install one, or name it: make PYTHON=/path/to/python3.12

# Each tool is started as a module, since the scripts in an environment break when its folder is moved or has a space in its name.
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
# What stands in for a production environment where a command only looks at the settings.
FOR_A_LOOK = ENV_FILE=/dev/null DATABASE_URL=sqlite://:memory: SITE_URL=https://outreach.example.org DEBUG=False SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))')

help: ## list these commands
	@printf 'make run starts the site, make test tries everything. All commands:\n\n'
	@grep -hE '^[a-z-]+:.* ## ' $(MAKEFILE_LIST) | awk -F ':.* ## ' '{ printf "  make %-13s %s\n", $$1, $$2 }'

run: dependencies catalogues ## serve the site on localhost with demonstration content, PORT=8000 unless said (first time: two minutes)
	@$(BIN)/python deploy/run_locally.py

test: dependencies-dev catalogues ## run everything: SQLite, PostgreSQL, browser, HTML validator, nginx (up to five minutes); ARGS="-k words" for pytest
	@$(BIN)/python tests/run_everything.py $(ARGS)

test-fast: dependencies-dev catalogues ## run the tests that need neither PostgreSQL nor a browser (about a minute)
	@$(BIN)/python tests/run_everything.py --fast $(ARGS)

test-next: ## run everything on Django 6.1 with Python 3.13, where that Python is at hand
	@if [ -z "$(NEXT_PYTHON)" ]; then \
		echo "Django next: did not run: no Python 3.13 was found (on the PATH, or under ~/.pyenv). Name one: make test-next NEXT_PYTHON=/path/to/python3.13"; \
	else \
		$(NEXT_PYTHON) deploy/environment.py .venv-next --next \
		&& $(MAKE) --no-print-directory catalogues BIN=.venv-next/bin \
		&& .venv-next/bin/python tests/run_everything.py $(ARGS); \
	fi

lint: dependencies-dev ## check form: Python, templates, missing migrations, message catalogues (half a minute)
	@echo "Python: ruff"
	@$(BIN)/python -m ruff check . && $(BIN)/python -m ruff format --check .
	@echo "Templates: djlint"
	@$(BIN)/python -m djlint templates --lint --quiet
	@echo "Migrations: makemigrations --check"
	@$(FOR_A_LOOK) $(MANAGE) makemigrations --check --dry-run
	@echo "Catalogues: msgfmt -c"
	@if command -v msgfmt >/dev/null; then \
		for po in locale/*/LC_MESSAGES/*.po; do msgfmt --check --output-file=/dev/null $$po || exit 1; done; \
	elif [ -n "$$CISS_NOTHING_MAY_BE_MISSING" ]; then \
		echo "msgfmt is missing: install gettext (Debian: apt-get install gettext)"; exit 1; \
	else \
		echo "Did not run: msgfmt is missing. Install gettext (Debian: apt-get install gettext) to check the catalogues."; \
	fi

check: dependencies ## ask Django whether the site is safe and whole under production settings
	@$(FOR_A_LOOK) $(MANAGE) check --deploy --fail-level WARNING

messages: dependencies ## gather the words of the interface into locale/ for translation, and compile them (needs gettext)
	@command -v xgettext >/dev/null || { echo "xgettext is missing: install gettext (Debian: apt-get install gettext)"; exit 1; }
	@for domain in django djangojs; do \
		$(FOR_A_LOOK) $(MANAGE) makemessages --all --domain $$domain --no-location --no-obsolete --no-wrap --ignore '.venv*' --ignore var --ignore tests || exit 1; \
	done
	@$(MAKE) --no-print-directory catalogues

password: dependencies ## print a new one-time password for the editor's account
	@$(MANAGE) editor_account --reset

bench: dependencies-dev catalogues ## measure pictures against libvips and a gallery against a hand-written page, as ratios (two minutes)
	@echo "libvips, the measuring stick, is put into .venv-bench; it is no part of the site."
	@[ -x .venv-bench/bin/python ] || $(BIN)/python -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check pyvips==3.2.0 pyvips-binary==8.18.7 || rm -rf .venv-bench
	@$(BIN)/python -m tests.bench.run

requirements: dependencies ## find the newest versions that fit together and write them to both requirements files (needs the network)
	@$(BIN)/python -m venv var/pinning && var/pinning/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@var/pinning/bin/python deploy/requirements.py

clean: ## remove what the commands made, but keep the database, the uploads and .env
	@rm -rf .venv .venv-next .venv-bench var/static var/static-collected var/pinning .pytest_cache .ruff_cache .hypothesis
	@rm -f locale/*/LC_MESSAGES/*.mo locale/*/LC_MESSAGES/*.mo.new
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Removed the environments, caches, compiled catalogues and collected files. The data in var/ and the settings in .env are kept."

dependencies:
	@[ -n "$(PYTHON)" ] || { echo "$(no_python)"; exit 1; }
	@$(PYTHON) deploy/environment.py .venv requirements.txt

dependencies-dev:
	@[ -n "$(PYTHON)" ] || { echo "$(no_python)"; exit 1; }
	@$(PYTHON) deploy/environment.py .venv requirements-dev.txt

catalogues:
	@$(BIN)/python deploy/catalogues.py
