"""`python -m tests.pictures` draws them anew; a test says when that is needed."""

from tests.pictures.drawing import drawn

if __name__ == "__main__":
    for file, text in drawn().items():
        file.write_text(text, "utf-8")
