"""Completion for fish, with a few words about each candidate."""

from collections.abc import Iterator, Mapping

from meso_cli.export.shells.places import ASSIGNMENTS, Tree, commands_of

_BODY = r"""
# The command so far ("plan set") and how many words follow it, with the last of these: `plan set:0:`
function __meso_place
    set -l place
    set -l number 0
    set -l last
    set -l skip
    for word in (commandline -opc)[2..-1]
        if test -n "$skip"
            set skip
        else if contains -- $word @TAKING@
            set skip yes
        else if not string match -q -- '-*' $word
            if contains -- (string trim "$place $word") @PATHS@
                set place (string trim "$place $word")
                set number 0
                set last
            else
                set number (math $number + 1)
                set last $word
            end
        end
    end
    echo "$place:$number:$last"
end

# At a command: `__meso_at 'plan set'`; at one of its words: `__meso_at 'plan set:0:*'`
function __meso_at
    string match -q -- $argv[1] (__meso_place); or string match -q -- "$argv[1]:*" (__meso_place)
end

function __meso_own
    set -l program (commandline -opc)[1]
    set -l db
    set -l is_next
    for word in (commandline -opc)[2..-1]
        if test -n "$is_next"
            set db --db $word
            set is_next
        else if test "$word" = --db
            set is_next yes
        else if string match -q -- '--db=*' $word
            set db --db (string replace -- '--db=' '' $word)
        end
    end
    set db (string replace -r -- '^~/' "$HOME/" $db)
    $program completion $argv[1] $db 2>/dev/null
end
"""


def fish(tree: Tree) -> str:
    """The script; fish loads it by itself where it lies in a folder of completions, called `meso.fish`."""
    body = _BODY.replace("@TAKING@", " ".join(tree.taking)).replace(
        "@PATHS@", " ".join(_quoted(path) for path in tree.paths)
    )
    lines = (*_values(tree), *_assignments(tree), *_options(tree), *_arguments(tree))
    return (
        "# Completion of meso for fish, made from its command line; by `meso completion fish`.\n"
        + body
        + "\n"
        + "".join(f"{line}\n" for line in lines)
    )


def _values(tree: Tree) -> Iterator[str]:
    """One function per kind, which prints its values."""
    for kind, rows in tree.values.items():
        yield f"function __meso_{kind}"
        yield from _printed(rows)
        yield "end"
    for kind in tree.dynamic:
        yield f"function __meso_{kind}\n    __meso_own {kind}\nend"
    yield "function __meso_files\n    __fish_complete_path (commandline -ct)\nend"


def _assignments(tree: Tree) -> Iterator[str]:
    labels = tree.values["items"]
    yield f"function __meso_{ASSIGNMENTS}"
    yield "    set -l parts (string split -m1 = -- (commandline -ct))"
    yield "    if test (count $parts) -lt 2"
    yield from _printed(
        {
            item + ("=" if tree.values.get(kind) else ""): labels[item]
            for item, kind in tree.after_item.items()
        },
        "        ",
    )
    yield "        return\n    end\n    switch $parts[1]"
    for kind in dict.fromkeys(tree.after_item.values()):
        if rows := tree.values.get(kind):
            yield f"        case {' '.join(item for item, of in tree.after_item.items() if of == kind)}"
            words = " ".join(
                _quoted(f"{value}\t{label}" if label else value) for value, label in rows.items()
            )
            yield f"            for row in {words}\n                echo $parts[1]=$row\n            end"
    yield "    end\nend"


def _printed(rows: Mapping[str, str], indent: str = "    ") -> Iterator[str]:
    if rows:
        words = " ".join(_quoted(f"{value}\t{label}" if label else value) for value, label in rows.items())
        yield f"{indent}printf '%s\\n' {words}"


def _options(tree: Tree) -> Iterator[str]:
    yield "complete -c meso -f"
    for place in tree.places:
        at = _quoted(f"__meso_at {_quoted(place.path + ':*')}")
        for row in place.options:
            name = f"-l {row.name[2:]}" if row.name.startswith("--") else f"-s {row.name[1:]}"
            values = f" -x -a {_quoted(_calls(row.kinds))}" if row.takes else ""
            yield f"complete -c meso -n {at} {name}{values} -d {_quoted(row.help)}"


def _arguments(tree: Tree) -> Iterator[str]:
    for place in tree.places:
        if place.commands:
            yield _words(place.path, "0:*", (commands_of(place.path),))
        if place.path == "config":
            for setting, kind in tree.after_setting.items():
                if kind:
                    yield _words(place.path, f"1:{setting}", (kind,))
        last = len(place.arguments) - 1
        for number, kinds in enumerate(place.arguments):
            if kinds:
                position = "*" if number == last and place.repeats and number == 0 else f"{number}:*"
                yield _words(place.path, position, kinds)
                if number == last and place.repeats and number:
                    yield _words(place.path, f"{number + 1}:*", kinds)


def _words(path: str, position: str, kinds: tuple[str, ...]) -> str:
    at = _quoted(f"__meso_at {_quoted(f'{path}:{position}')}")
    return f"complete -c meso -n {at} -a {_quoted(_calls(kinds))}"


def _calls(kinds: tuple[str, ...]) -> str:
    return " ".join(f"(__meso_{kind})" for kind in kinds)


def _quoted(word: str) -> str:
    """In single quotes, where fish takes a backslash for the quote and for itself alone."""
    return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'"
