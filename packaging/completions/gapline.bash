# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for gapline. The options of each command are checked against the program by its tests.

_gapline()
{
    local cur prev command word
    cur=${COMP_WORDS[COMP_CWORD]}
    prev=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()

    local commands="list sync events gaps reconcile replay sandbox cache help"
    local common="--quiet --verbose --help --version"
    local session="--cache --profile --base-url --retries"
    local output="--format --output"
    local filters="--type --step --since-seq --until-seq --from --to --text"
    local types="execution.dispatched execution.completed execution.failed execution.cancelled
        step.awaiting-approval step.completed step.failed step.breached step.cancelled
        group.quorum-met loop.iteration-started loop.exhausted"

    command=
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
            list | sync | events | gaps | reconcile | replay | sandbox | cache | help)
                command=$word
                break
                ;;
        esac
    done

    case $prev in
        --cache | --case | --case-file | --deliveries | --journal | --output | --receiver-log | --recovery-pack | --screenshot)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            return
            ;;
        --format)
            local formats="table csv json ndjson"
            [[ $command = cache || $command = replay ]] && formats="table json"
            [ "$command" = reconcile ] && formats="table csv json ndjson html"
            mapfile -t COMPREPLY < <(compgen -W "$formats" -- "$cur")
            return
            ;;
        --type)
            mapfile -t COMPREPLY < <(compgen -W "$types" -- "$cur")
            return
            ;;
        --schedule | --scheme)
            mapfile -t COMPREPLY < <(compgen -W "direct advanced" -- "$cur")
            return
            ;;
        --verdict)
            mapfile -t COMPREPLY < <(compgen -W "delivered late rejected pending missed not-subscribed no-evidence
                foreign unexpected conflict forged" -- "$cur")
            return
            ;;
        --incident)
            compopt -o nospace 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -W "outage, error, slow," -- "$cur")
            return
            ;;
        --status)
            mapfile -t COMPREPLY < <(compgen -W "pending running completed failed cancelled" -- "$cur")
            return
            ;;
        --profile | --base-url | --retries | --page-size | --step | --since-seq | --until-seq | --from | --to | \
            --text | --definition | --port | --seed | --executions | --events | --now | --speed | \
            --map | --subscribed | --override | --timeout | --span | --late | --as-of | --secret-env | --imported | \
            --note | --url | --rate | --log | --size)
            return
            ;;
    esac

    local words
    case $command in
        list) words="--status --definition $output --utc --local --offline $session $common" ;;
        sync) words="--all --verify --since-seq --page-size $output $session $common" ;;
        events)
            words="$filters $output --with-gaps --bom --raw-cells --utc --local --page-size --offline
                $session $common"
            ;;
        gaps) words="$output --since-seq --page-size --offline $session $common" ;;
        reconcile)
            words="--deliveries --imported --map --subscribed --override --schedule --timeout --span --late --as-of
                --secret-env --verdict --check --triage --case-file --note --unmasked --case --recovery-pack $output --utc --local --offline $session
                $common"
            ;;
        replay) words="--url --secret-env --scheme --confirm --rate --timeout --journal --format $common" ;;
        sandbox) words="--port --seed --executions --events --now --speed --receiver-log --incident $common" ;;
        cache) words="info verify purge --all --log $output --cache --profile --base-url $common" ;;
        help) words="list sync events gaps reconcile replay sandbox cache" ;;
        *) words="$commands --demo --profile --base-url --cache --case --offline --screenshot --size $common" ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
}

complete -F _gapline gapline
