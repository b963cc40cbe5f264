"""What is installed is whole, and images are built from nothing that they should not hold."""

import fnmatch
import subprocess
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
COMPOSE = sorted((ROOT / "deploy").glob("compose.*.yml"))


def files_of_the_product() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "bot", "briefings", "db"], check=False, cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("not under version control")
    return listed.stdout.splitlines()


def test_all_that_the_product_reads_is_installed_with_it() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    others = [path for path in files_of_the_product() if not path.endswith((".py", ".mako"))]
    assert any(path.endswith(".onnx") for path in others)
    assert any(path.endswith(".ftl") for path in others)
    missing = [path for path in others if not any(fnmatch.fnmatch(path, one.replace("**/", "*/")) for one in patterns)]
    assert missing == []


def test_every_folder_with_code_is_a_package() -> None:
    folders = {Path(path).parent for path in files_of_the_product() if path.endswith(".py")}
    assert [str(folder) for folder in sorted(folders) if not (ROOT / folder / "__init__.py").exists()] == []


def test_the_console_script_is_the_command_line() -> None:
    module, _, name = PROJECT["project"]["scripts"]["briefings-bot"].partition(":")
    assert callable(getattr(import_module(module), name))


def test_an_image_is_built_from_what_is_named_and_nothing_else() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in lines
    let_in = {line.removeprefix("!") for line in lines if line.startswith("!")}
    copied = {
        word.removeprefix("./")
        for line in (ROOT / "deploy" / "Dockerfile").read_text().splitlines()
        if line.startswith("COPY ") and "--from" not in line
        for word in line.split()[1:-1]
    }
    assert copied == let_in
    assert not {".env", "data", ".git", "tests"} & let_in


@pytest.mark.parametrize("path", COMPOSE, ids=lambda path: path.stem)
def test_containers_have_no_rights_and_a_root_that_cannot_be_written(path: Path) -> None:
    services = yaml.safe_load(path.read_text())["services"]
    for service in services.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service["mem_limit"]
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))
    assert services["bot"]["environment"]["BACKUP_DIR"] == "/srv/bot/backups"


def test_images_are_pinned_and_end_as_a_user_without_rights() -> None:
    lines = (ROOT / "deploy" / "Dockerfile").read_text().splitlines()
    bases = [line.split()[1] for line in lines if line.startswith("FROM python")]
    assert bases
    assert all(base.startswith("python:3.13.") for base in bases)
    assert [line for line in lines if line.startswith("USER")] == ["USER 10001:10001"] * 2
    assert lines[-1].startswith("USER")


def test_systemd_starts_the_bot_again_unless_its_token_was_revoked() -> None:
    unit = (ROOT / "deploy" / "briefings-bot.service").read_text()
    assert "Restart=always" in unit
    assert "RestartPreventExitStatus=3\n" in unit
