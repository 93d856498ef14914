"""Completion for zsh, with a few words about each candidate."""

import shlex
from collections.abc import Iterator, Mapping

from meso_cli.export.shells.places import ASSIGNMENTS, Tree, commands_of, looked_up

_BODY = r"""
_meso() {
    local word expect= place= sub= kind item db= n=0 i
    local -a kinds rows
    for ((i = 2; i < CURRENT; i++)); do
        word=${words[i]}
        if [[ -n $expect ]]; then
            [[ $expect == --db ]] && db=$word
            expect=
        elif [[ $word == --db=* ]]; then
            db=${word#--db=}
        elif [[ $word == -* ]]; then
            case $word in (@TAKING@) expect=$word ;; esac
        else
            case "$place $word" in
                (@PATHS@) place="$place $word"; n=0; sub= ;;
                (*) n=$((n + 1)); sub=$word ;;
            esac
        fi
    done
    if [[ -z $expect && $PREFIX == --*=* ]]; then
        expect=${PREFIX%%=*}
        compset -P '*='
    fi
    if [[ -n $expect ]]; then
        _meso_option "$place" "$expect"
    elif [[ $PREFIX == -* ]]; then
        _meso_options "$place"
        _describe -o option rows
        return
    else
        _meso_argument "$place" "$n" "$sub"
    fi
    for kind in $kinds; do
        case $kind in
            (files) _files ;;
            (@DYNAMIC@)
                db=${(Q)db/#\~\//$HOME/}
                rows=(${(f)"$(${words[1]} completion $kind ${db:+--db} $db 2>/dev/null)"})
                rows=(${rows//:/\\:})
                rows=(${rows//$'\t'/:})
                _describe $kind rows ;;
            (@ASSIGNMENTS@)
                if [[ $PREFIX == *=* ]]; then
                    _meso_item "${PREFIX%%=*}"
                    compset -P '*='
                    _meso_values "$item"
                    _describe value rows
                else
                    _meso_graded
                    _describe item rows -S '='
                    _meso_counted
                    _describe care rows
                fi ;;
            (*) _meso_values "$kind"; _describe ${kind//_/ } rows ;;
        esac
    done
}
"""
_END = """
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _meso "$@"
else
    compdef _meso meso
fi
"""


def zsh(tree: Tree) -> str:
    """The script; zsh loads it by itself where it lies in a folder of `fpath`, called `_meso`."""
    body = (
        _BODY.replace("@TAKING@", "|".join(tree.taking))
        .replace("@PATHS@", "|".join(shlex.quote(f" {path}") for path in tree.paths))
        .replace("@DYNAMIC@", "|".join(tree.dynamic))
        .replace("@ASSIGNMENTS@", ASSIGNMENTS)
    )
    labels = tree.values["items"]
    graded = {item: labels[item] for item, kind in tree.after_item.items() if tree.values.get(kind)}
    counted = {item: labels[item] for item in tree.after_item if item not in graded}
    return (
        "#compdef meso\n# Completion of meso for zsh, made from its command line; by `meso completion zsh`.\n"
        + body
        + looked_up("_meso_values", "$1", (f"({kind}) {_rows(rows)}" for kind, rows in tree.values.items()))
        + f"\n_meso_graded() {{\n    {_rows(graded)}\n}}\n"
        + f"\n_meso_counted() {{\n    {_rows(counted)}\n}}\n"
        + looked_up("_meso_item", "$1", _items(tree), before="item=")
        + looked_up("_meso_options", "$1", _options(tree))
        + looked_up("_meso_option", "$1 $2", _of_options(tree))
        + looked_up("_meso_argument", "$1:$2", _arguments(tree))
        + _END
    )


def _rows(rows: Mapping[str, str]) -> str:
    """`rows=('redness:Redness' ...)`"""
    words = (_escaped(value) + (f":{_escaped(label)}" if label else "") for value, label in rows.items())
    return f"rows=({' '.join(map(shlex.quote, words))})"


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace(":", "\\:")


def _items(tree: Tree) -> Iterator[str]:
    for kind in dict.fromkeys(tree.after_item.values()):
        items = "|".join(item for item, of in tree.after_item.items() if of == kind)
        yield f"({items}) item={kind}"


def _options(tree: Tree) -> Iterator[str]:
    for place in tree.places:
        yield f"({_quoted(place.path)}) {_rows({row.name: row.help for row in place.options})}"


def _of_options(tree: Tree) -> Iterator[str]:
    for place in tree.places:
        for row in place.options:
            if row.kinds:
                yield f"({_quoted(place.path, f' {row.name}')}) kinds=({' '.join(row.kinds)})"


def _arguments(tree: Tree) -> Iterator[str]:
    for place in tree.places:
        if place.commands:
            yield f"({_quoted(place.path, ':0')}) kinds=({commands_of(place.path)})"
        if place.path == "config":
            settings = "".join(
                f"({setting}) kinds=({kind}) ;; " for setting, kind in tree.after_setting.items() if kind
            )
            yield f"(' config:1') case $3 in {settings}esac"
        last = len(place.arguments) - 1
        for number, kinds in enumerate(place.arguments):
            position = "*" if number == last and place.repeats else str(number)
            if kinds:
                yield f"({_quoted(place.path, ':')}{position}) kinds=({' '.join(kinds)})"


def _quoted(path: str, more: str = "") -> str:
    return shlex.quote((f" {path}" if path else "") + more)
