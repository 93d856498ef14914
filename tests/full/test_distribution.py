"""What is handed on: a source archive from which the wheel can be built, and no half of the tests."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def test_the_archives_are_whole(tmp_path: Path) -> None:
    """The wheel is built from the source archive, with the guide in it; neither holds tests."""
    subprocess.run([sys.executable, "-m", "build", "-o", tmp_path, PROJECT], check=True, capture_output=True)
    (source,) = tmp_path.glob("*.tar.gz")
    (wheel,) = tmp_path.glob("*.whl")
    with tarfile.open(source) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "pyproject.toml",
        "data/microneedling/rules.toml",
    } <= names
    assert not [name for name in names if name.startswith("tests")]
    with zipfile.ZipFile(wheel) as archive_of_wheel:
        files = archive_of_wheel.namelist()
    assert {
        "meso_cli/data/microneedling/rules.toml",
        "meso_cli/data/fhir/codes.toml",
        "meso_cli/export/report/templates/report.html",
        "meso_cli/export/report/templates/style.css",
    } <= set(files)
    assert not [name for name in files if name.startswith("tests")]
