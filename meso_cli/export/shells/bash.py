"""Completion for bash, which also zsh's bashcompinit could read. Works from bash 3.2 on."""

import shlex
from collections.abc import Iterator

from meso_cli.export.shells.places import ASSIGNMENTS, Tree, commands_of, looked_up

_BODY = r"""
_meso() {
    local words=() word cur expect= path= sub= kinds= db= own= n=0 i last=-1 before= IFS=$' \t\n'
    # bash parts words at "=": put `redness=2` together again.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i)) && [[ $word == "=" || (-n $word && $before == "=") ]]; then
            words[last]+=$word
        else
            words[++last]=$word
        fi
        before=$word
    done
    cur=${words[last]}
    for ((i = 1; i < last; i++)); do
        word=${words[i]}
        if [[ -n $expect ]]; then
            [[ $expect == --db ]] && db=$word
            expect=
        elif [[ $word == --db=* ]]; then
            db=${word#--db=}
        elif [[ $word == -* ]]; then
            case $word in @TAKING@) expect=$word ;; esac
        else
            case "$path $word" in
                @PATHS@) path="$path $word"; n=0; sub= ;;
                *) n=$((n + 1)); sub=$word ;;
            esac
        fi
    done
    COMPREPLY=()
    if [[ -z $expect && $cur == --*=* ]]; then
        expect=${cur%%=*}
        cur=${cur#*=}
    fi
    if [[ -n $expect ]]; then
        _meso_option "$path" "$expect"
    elif [[ $cur == -* ]]; then
        _meso_options "$path"
        _meso_reply "$kinds" "$cur"
        return
    else
        _meso_argument "$path" "$n" "$sub"
    fi
    for word in $kinds; do
        case $word in
            files)
                compopt -o filenames 2>/dev/null
                IFS=$'\n'
                COMPREPLY+=($(compgen -f -- "$cur"))
                IFS=$' \t\n' ;;
            @DYNAMIC@)
                db=${db/#\~\//$HOME/}
                own=$("${words[0]}" completion "$word" ${db:+--db "$db"} 2>/dev/null | cut -f1)
                _meso_reply "$own" "$cur" ;;
            @ASSIGNMENTS@)
                if [[ $cur == *=* ]]; then
                    _meso_item "${cur%%=*}"
                    _meso_reply "$(_meso_values "$item")" "${cur#*=}"
                else
                    _meso_reply @ITEMS@ "$cur"
                    [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
                fi ;;
            *) _meso_reply "$(_meso_values "$word")" "$cur" ;;
        esac
    done
}

_meso_reply() {
    local word
    for word in $1; do
        [[ $word == "$2"* ]] && COMPREPLY+=("$word")
    done
}
"""
_END = "\ncomplete -F _meso meso\n"


def bash(tree: Tree) -> str:
    """The script; the shell loads it by itself where it lies in its folder of completions, called `meso`."""
    assignable = {f"{item}=" if tree.values.get(kind) else item for item, kind in tree.after_item.items()}
    body = (
        _BODY.replace("@TAKING@", "|".join(tree.taking))
        .replace("@PATHS@", "|".join(shlex.quote(f" {path}") for path in tree.paths))
        .replace("@DYNAMIC@", "|".join(tree.dynamic))
        .replace("@ASSIGNMENTS@", ASSIGNMENTS)
        .replace("@ITEMS@", f'"{" ".join(sorted(assignable))}"')
    )
    functions = (
        looked_up(
            "_meso_values", "$1", (f'{kind}) echo "{" ".join(rows)}"' for kind, rows in tree.values.items())
        ),
        looked_up("_meso_item", "$1", _items(tree), before="item="),
        looked_up("_meso_options", "$1", _options(tree)),
        looked_up("_meso_option", "$1 $2", _of_options(tree)),
        looked_up("_meso_argument", "$1:$2", _arguments(tree)),
    )
    return (
        "# Completion of meso for bash, made from its command line; by `meso completion bash`.\n"
        + body
        + ("".join(functions))
        + _END
    )


def _items(tree: Tree) -> Iterator[str]:
    for kind in dict.fromkeys(tree.after_item.values()):
        items = "|".join(item for item, of in tree.after_item.items() if of == kind)
        yield f"{items}) item={kind}"


def _options(tree: Tree) -> Iterator[str]:
    for place in tree.places:
        names = " ".join(row.name for row in place.options)
        yield f'{_pattern(place.path)}) kinds="{names}"'


def _of_options(tree: Tree) -> Iterator[str]:
    """What an option's value may be; the same name means the same wherever it stands alone."""
    for place in tree.places:
        for row in place.options:
            if row.kinds:
                yield f'{shlex.quote(f"{_padded(place.path)} {row.name}")}) kinds="{" ".join(row.kinds)}"'


def _arguments(tree: Tree) -> Iterator[str]:
    for place in tree.places:
        path = _padded(place.path)
        if place.commands:
            yield f'{shlex.quote(f"{path}:0")}) kinds="{commands_of(place.path)}"'
        if place.path == "config":
            settings = "".join(
                f"{setting}) kinds={kind} ;; " for setting, kind in tree.after_setting.items() if kind
            )
            yield f'" config:1") case $3 in {settings}esac'
        last = len(place.arguments) - 1
        for number, kinds in enumerate(place.arguments):
            position = "*" if number == last and place.repeats else str(number)
            if kinds:
                yield f'{shlex.quote(f"{path}:")}{position}) kinds="{" ".join(kinds)}"'


def _pattern(path: str) -> str:
    return shlex.quote(_padded(path))


def _padded(path: str) -> str:
    return f" {path}" if path else ""
