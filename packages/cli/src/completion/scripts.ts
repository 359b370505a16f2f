export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/**
 * Each hands the words to `labcast complete` as they are, without evaluating them, and shows what it answers. Nothing
 * else has to be installed, and `./labcast` is completed like `labcast`.
 */
export const completionScripts: Readonly<Record<Shell, string>> = {
  bash: `# Completion of labcast for bash. Put this into ~/.bashrc: source <(labcast completion bash)
_labcast() {
  local line value words current prefix
  local IFS=$' \\t\\n'
  read -ra words <<<"\${COMP_LINE:0:COMP_POINT}"
  [[ \${COMP_LINE:COMP_POINT-1:1} == ' ' ]] && words+=('')
  current=\${words[\${#words[@]} - 1]}
  # Bash replaces only what follows the last of these; labcast answers with the whole word.
  prefix=\${current%"\${current##*[=:]}"}
  COMPREPLY=()
  while IFS= read -r line; do
    value=\${line%%$'\\t'*}
    if [[ $value == :files ]]; then
      compopt -o default
      return
    fi
    [[ $value == *[=:] ]] && compopt -o nospace
    COMPREPLY+=("\${value#"$prefix"}")
  done < <("$1" complete -- "\${words[@]:1}" 2>/dev/null)
}
complete -F _labcast labcast
`,
  zsh: `#compdef labcast
# Completion of labcast for zsh. Put this into ~/.zshrc, after compinit: source <(labcast completion zsh)
_labcast() {
  local line value
  local -a plain open
  while IFS= read -r line; do
    value=\${line%%$'\\t'*}
    if [[ $value == :files ]]; then
      _files
      return
    fi
    line="\${value//:/\\\\:}:\${line#*$'\\t'}"
    if [[ $value == *[=:] ]]; then open+=("$line"); else plain+=("$line"); fi
  done < <("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( $#plain )) && _describe -V labcast plain
  (( $#open )) && _describe -V labcast open -S ''
}
compdef _labcast labcast
`,
  fish: `# Completion of labcast for fish. Put this into ~/.config/fish/config.fish: labcast completion fish | source
function __labcast_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l answer ($words[1] complete -- $words[2..-1] 2>/dev/null)
    if test "$answer[1]" = ":files"(printf '\\t')
        __fish_complete_path (commandline -ct)
    else
        printf '%s\\n' $answer
    end
end
complete -c labcast -f -a '(__labcast_complete)'
`,
};
