# Containers whose hash says nothing of the files: another Compose has made them than the server has now, or Compose 1,
# whose hash is of the image's id too, before its tag moved on.

# is_described FOLDER NAME: whether the files, read with the folder's words, give such a container the image and every
# variable that it has.
is_described() {
  ask_engine inspect --format '{{index .Config.Labels "com.docker.compose.version"}} {{.Image}} {{.Config.Image}}' "$2" || return 1
  compose_version=${compose_version:-$(compose version --short 2>/dev/null)}
  described_image=${answer#* }
  if [ "${answer%% *}" = "${compose_version#v}" ]; then old_compose && tag_has_moved "$1" "$2" || return 1; fi
  (
    umask 077
    bounded_client 60 call_compose "$1/words" config >"$folder/described" 2>"$folder/proof.log" </dev/null &&
      ask_engine image inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "${described_image%% *}" &&
      save "$folder/described.image" "$answer" &&
      ask_engine inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$2" &&
      save "$folder/described.env" "image=${described_image#* }
$answer" && is_all_described
  )
  described_status=$?
  rm -f "$folder/described" "$folder/described.image" "$folder/described.env"
  return "$described_status"
}

# Each line of the container's that is not its image's must stand in the files, as YAML gives it back.
is_all_described() {
  awk -v described="$folder/described" -v image="$folder/described.image" '
    BEGIN {
      while ((getline line <image) > 0) known[line]
      while ((getline line <described) > 0) {
        sub(/^ *(- )?/, "", line)
        at = index(line, ": ")
        if (at) known[substr(line, 1, at - 1) "=" plain(substr(line, at + 2))]
      }
    }
    function plain(text, quote) {
      quote = substr(text, 1, 1)
      if (quote == "\"" || quote == "\047") {
        text = substr(text, 2, length(text) - 2)
        if (quote == "\047") gsub(/\047\047/, "\047", text)
        else gsub(/\\"/, "\"", text)
      }
      gsub(/[$][$]/, "$", text)
      return text
    }
    $0 != "" && !($0 in known) { exit found = 1 }
    END { exit found }' "$folder/described.env"
}
