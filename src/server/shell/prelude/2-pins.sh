# The pins of what runs, where somebody has removed them with all of .deploy-kit: `.env` names them as a Compose file,
# and nothing that is typed in the deploy folder works without.

# make_pins_again: from the containers of `container_ids`, which carry all that stood in there.
make_pins_again() {
  if [ -e "$kit/pins.yml" ] || [ -z "$container_ids" ] || has_record; then return 0; fi
  # shellcheck disable=SC2086 # one word an id
  ask_engine inspect --format '{{index .Config.Labels "com.docker.compose.project.config_files"}}|{{index .Config.Labels "com.docker.compose.service"}}|{{.Config.Image}}|{{index .Config.Labels "deploy-kit.files"}}' $container_ids || return 1
  made_pins=$(printf '%s\n' "$answer" | awk -F'|' -v pins="$kit/pins.yml" '
    !index($1, pins) || seen[$2]++ { next }
    { text = text "  " $2 ":\n" }
    $3 ~ /@/ { text = text "    image: " $3 "\n" }
    $4 != "" { text = text "    labels:\n      deploy-kit.files: " $4 "\n" }
    END { if (text) printf "services:\n%s", text }')
  [ -n "$made_pins" ] || return 0
  event note title 'The pins of what runs were gone' text "They are made again from its containers, in $kit/pins.yml."
  save "$kit/pins.yml" "$made_pins
"
}
