# What became of shipped files on the server. Also before the script that looks (files.sh), so that a plan and a deploy
# judge by one rule: a file is written only where it is as it was shipped, and one that is right already never.

# GNU tar takes a backslash in a list for the beginning of an escape; BusyBox knows no escapes, and no such option.
tar_names=''
case $(tar --version 2>&1) in *GNU*) tar_names=--no-unquote ;; esac

# judge_files: compares what this release ships (`files.sha256`) and what the live one has shipped with what is there.
# `fates` gets a line for each path where these differ, `FATE ./PATH`:
#   add       it is not there
#   write     it is as the live release has shipped it
#   replace   it is not, and may be lost: the former one is kept
#   remove    this release lacks it, and it is as it was shipped
#   keep      only the server has changed it
#   leave     this release lacks it, and the server has changed it
#   clash-…   nobody has said that it may be lost: changed on `both` sides, or a `definition` (what Compose reads to know
#             the services), or `foreign`, where no release has put it
#   blocked-… a `folder` or something `else` is in its place; or it is `unread`
#   mode MODE what it keeps of the server's own
judge_files() {
  live_files=$kit/releases/$(current_release)/files.sha256
  is_first=''
  [ -n "$(current_release)" ] || is_first=yes
  [ -r "$live_files" ] || live_files=/dev/null
  # Of what an older version has sent.
  [ -e "$folder/definitions" ] || mark "$folder/definitions" || return 1
  sed 's/^[^ ]* [^ ]* /.\//' "$live_files" "$folder/files.sha256" | sort -u >"$folder/paths"
  read_now <"$folder/paths" >"$folder/now" && read_links >"$folder/through" || return 1
  may_replace=''
  ! allowed server-files || may_replace=yes
  # shellcheck disable=SC2016 # the dollars are awk's
  awk -v first="$is_first" -v may="$may_replace" '
    function content(id) { return id ~ / link$/ ? id : substr(id, 1, 64) }
    function mode(id) { return substr(id, index(id, " ") + 1) }
    # The mode that somebody gave it on the server stays, unless it is what the release changes.
    function keeps_mode(file) {
      return mode(now[file]) != mode(new[file]) && (!(file in was) || mode(was[file]) == mode(new[file])) && now[file] new[file] !~ / link/
    }
    function judge(file, ships, is_shipped) {
      ships = file in new
      if (!(file in now)) return ships ? "add" : ""
      if (now[file] ~ /^- /) {
        if (!ships) return "leave"
        # It needs no change: nobody has to read it.
        if (mode(now[file]) == "unread" && new[file] == was[file] && !(file in defines)) return ""
        return "blocked-" mode(now[file])
      }
      is_shipped = file in was && content(now[file]) == content(was[file])
      if (!ships) return is_shipped ? "remove" : "leave"
      if (file in through && through[file] == content(new[file])) return ""
      if (content(now[file]) == content(new[file])) return mode(now[file]) == mode(new[file]) || keeps_mode(file) ? "" : "write"
      if (is_shipped) return "write"
      if (file in was && content(was[file]) == content(new[file]) && !(file in defines)) return "keep"
      if (may || (first && defines[file] == "compose")) return "replace"
      return "clash-" (!(file in was) ? "foreign" : content(was[file]) == content(new[file]) ? "definition" : "both")
    }
    pass == "through" { through[substr($0, 66)] = substr($0, 1, 64); next }
    pass == "definitions" { defines[substr($0, index($0, " ") + 1)] = $1; next }
    { id = $1 " " $2; file = substr($0, length(id) + 2) }
    pass == "was" { was["./" file] = id; files["./" file] }
    pass == "new" { new["./" file] = id; files["./" file] }
    pass == "now" { now[file] = id }
    END {
      for (file in files) {
        fate = judge(file)
        if (fate != "") print fate, file
        if (fate ~ /^(write|replace)$/ && keeps_mode(file)) print "mode", mode(now[file]), file
      }
    }' pass=through "$folder/through" pass=definitions "$folder/definitions" pass=was "$live_files" pass=new "$folder/files.sha256" pass=now "$folder/now" >"$folder/judged" &&
    sort "$folder/judged" >"$folder/fates"
}

# read_now: of each path of standard input what it is in the deploy folder, where it is there: `SHA256 MODE ./PATH`,
# `SHA256 link ./PATH` with the hash of where it leads, or `- folder`, `- else`, `- unread`.
read_now() {
  while IFS= read -r file; do
    if [ -h "$path/$file" ]; then
      printf '%s link %s\n' "$(printf '%s' "$(readlink "$path/$file")" | sha256sum | cut -c 1-64)" "$file"
    elif [ -f "$path/$file" ]; then
      if [ -r "$path/$file" ]; then printf '%s\n' "$file" >&3; else printf -- '- unread %s\n' "$file"; fi
    elif [ -d "$path/$file" ]; then
      printf -- '- folder %s\n' "$file"
    elif [ -e "$path/$file" ]; then
      printf -- '- else %s\n' "$file"
    elif find_place "$file" && [ -d "$place" ] && [ ! -x "$place" ]; then
      printf -- '- unread %s\n' "$file"
    fi
  done 3>"$folder/readable"
  [ -s "$folder/readable" ] || return 0
  read_message=$({ each_file sha256sum >"$folder/hashes" && each_file stat -c %a >"$folder/modes"; } 2>&1) || {
    because server-files-blocked problems "$read_message" mend "$(see_rights "$path")"
    return 1
  }
  # In the order of the names: what stands beside a hash is not always the name.
  awk 'pass == 1 { sub(/^\\/, ""); hash[FNR] = substr($0, 1, 64) } pass == 2 { mode[FNR] = $0 } pass == 3 { print hash[FNR], mode[FNR], $0 }' \
    pass=1 "$folder/hashes" pass=2 "$folder/modes" pass=3 "$folder/readable"
}

# read_links: what is in the files to which links lead that stand in the place of files of the release: `SHA256 ./PATH`.
read_links() {
  awk '
    { file = substr($0, length($1 $2) + 3) }
    pass == 1 { if ($2 == "link") is_link["./" file]; next }
    $2 == "link" && !(file in is_link) { print file }' pass=1 "$folder/files.sha256" pass=2 "$folder/now" |
    while IFS= read -r file; do
      if [ -f "$path/$file" ] && [ -r "$path/$file" ]; then printf '%s %s\n' "$(sha256sum <"$path/$file" | cut -c 1-64)" "$file"; fi
    done
}

# led_to FILE: sets `led`, the file itself or what it leads to where it is a link; fails where that has no end.
led_to() {
  led=$1 led_steps=0
  while [ -h "$led" ]; do
    led_steps=$((led_steps + 1))
    [ "$led_steps" -le 40 ] || return 1
    leads=$(readlink "$led")
    case $leads in /*) led=$leads ;; *) led=${led%/*}/$leads ;; esac
  done
}

# led_below: what `led` is below the deploy folder, as the release has paths; empty where it is elsewhere.
led_below() {
  led_folder=$(cd "${led%/*}" 2>/dev/null && pwd -P)/
  real_folder=$(cd "$path" && pwd -P)/
  case $led_folder in "$real_folder"*) printf './%s\n' "${led_folder#"$real_folder"}${led##*/}" ;; esac
}

each_file() { cd "$path" && tr '\n' '\0' <"$folder/readable" | xargs -0 "$@"; }

# find_place FILE: the nearest folder above it that is there, in `place`.
find_place() {
  place=$path/${1#./}
  place=${place%/*}
  until [ -e "$place" ] || [ -z "$place" ]; do place=${place%/*}; done
  place=${place:-/}
}

# files_with FATE...: the paths that have one of these, a line each.
files_with() { for fate in "$@"; do sed -n "s/^$fate //p" "$folder/fates"; done; }

# named FATE...: the same as words, twenty at most.
named() {
  files_with "$@" | awk '
    { sub(/^[.]\//, "") }
    NR <= 20 { printf "%s%s", separator, $0; separator = ", " }
    END { if (NR > 20) printf " and %d more", NR - 20 }'
}

# refuse_files: fails where a file can't be written or kept, or where what the server has would be lost.
refuse_files() {
  user=$(id -un)
  {
    files_with blocked-folder | while IFS= read -r file; do blocked rmdir "$path/${file#./}" 'is a folder, and the release has a file of that name'; done
    files_with blocked-else | while IFS= read -r file; do blocked rm "$path/${file#./}" 'is no file'; done
    { files_with blocked-unread && unread_env; } | while IFS= read -r file; do blocked "chown $user" "$path/${file#./}" "may not be read by $user"; done
    { files_with add write replace remove && echo ./.env; } | not_writable | sort -u
    [ ! -h "$path/.env" ] || led_away
  } >"$folder/blocked" || return 1
  if [ -s "$folder/blocked" ]; then
    because server-files-blocked problems "$(head -n 20 "$folder/blocked" | cut -d '|' -f 2 | joined '; ')" mend "$(mend_blocked)"
    return 1
  fi
  clashes=$(
    clash_words clash-both 'changed on the server and in the release'
    clash_words clash-definition 'changed on the server, though Compose starts by it'
    clash_words clash-foreign 'on the server with another content, where no release has put it'
  )
  [ -n "$clashes" ] || return 0
  because server-files-changed files "$(printf '%s\n' "$clashes" | joined '; ')" example "$(files_with clash-both clash-definition clash-foreign | sed -e 's/^[.]\///' -e 1q)"
}

clash_words() {
  clashing=$(named "$1")
  [ -z "$clashing" ] || printf '%s: %s\n' "$2" "$clashing"
}

# blocked MEND PLACE WHY
blocked() { printf '%s|%s %s (%s)\n' "$1 $(quoted "$2")" "$2" "$3" "$(stat -Lc '%A %U:%G' "$2" 2>/dev/null)"; }

quoted() { case $1 in *[!A-Za-z0-9_./-]*) printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")" ;; *) printf '%s' "$1" ;; esac; }

see_rights() { printf 'ls -l %s' "$(quoted "$1")"; }

mend_blocked() { cut -d '|' -f 1 "$folder/blocked" | sort -u | head -n 20 | sed 's/^/sudo /' | joined ' && '; }

joined() { awk -v separator="$1" '{ printf "%s%s", (NR == 1 ? "" : separator), $0 }'; }

# led_away: what keeps this user from writing what `.env` leads to.
led_away() {
  led_to "$path/.env" || {
    blocked rm "$path/.env" 'is a link that leads back to itself'
    return
  }
  if [ -e "$led" ] && [ ! -f "$led" ]; then
    blocked rm "$path/.env" "leads to $led, which is no file"
  elif sed 's/^[^ ]* [^ ]* /.\//' "$folder/files.sha256" | grep -qxF -e "$(led_below)"; then
    blocked rm "$path/.env" "leads to $led, which is a file of the release"
  elif [ ! -d "${led%/*}" ]; then
    blocked 'ls -ld' "${led%/*}" "is not there, or may not be entered by $user, and .env leads into it"
  elif [ ! -w "${led%/*}" ] || [ ! -x "${led%/*}" ]; then
    blocked "chown $user" "${led%/*}" "may not be written in by $user, and .env leads into it"
  fi
}

unread_env() { if [ -e "$path/.env" ] && [ ! -r "$path/.env" ]; then echo ./.env; fi; }

# not_writable: of paths on standard input what keeps this user from writing them.
not_writable() {
  while IFS= read -r file; do
    find_place "$file"
    if [ ! -d "$place" ]; then
      # It may be a file of the live release that goes.
      grep -qxF -e "remove ./${place#"$path/"}" "$folder/fates" || blocked rm "$place" 'is no folder, and the release has files below it'
    elif [ ! -w "$place" ] || [ ! -x "$place" ]; then
      blocked "chown $user" "$place" "may not be written in by $user"
    fi
  done
}
