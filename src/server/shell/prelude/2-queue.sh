# The queue at the lock: whoever came first goes first. What takes back or settles goes before every deploy, since until then
# something runs that nobody wants.
# A ticket is a symbolic link `NUMBER -> RELEASE`: it is there whole or not at all, only one can have a number, and it counts
# as long as the program of that release lives.

# join_queue: a place behind those that have come already. Where there is no room for a ticket the lock alone decides.
join_queue() {
  my_ticket=''
  mkdir -p "$kit/queue" 2>/dev/null || return 0
  case $kind in take-back | settle) queued_before=1000000 ;; *) queued_before=2000000 ;; esac
  class=${queued_before%??????}
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    last=$queued_before
    for ticket in "$kit/queue/$class"??????; do
      [ ! -h "$ticket" ] || last=${ticket##*/}
    done
    my_ticket=$kit/queue/$((last + 1))
    ! ln -s "$release" "$my_ticket" 2>/dev/null || return 0
  done
  my_ticket=''
}

leave_queue() {
  [ -z "$my_ticket" ] || rm -f "$my_ticket"
  my_ticket=''
}

# is_waiting TICKET
is_waiting() {
  waiting=$kit/releases/$(readlink "$1")
  [ -e "$waiting/alive" ] && ! flock -n "$waiting/alive" true
}

# is_next: whether nobody who still lives has come before.
is_next() {
  for ticket in "$kit/queue"/???????; do
    if [ -z "$my_ticket" ] || [ "$ticket" = "$my_ticket" ]; then return 0; fi
    [ ! -h "$ticket" ] || ! is_waiting "$ticket" || return 1
  done
}

# queue_words: who goes before this program, for a message.
queue_words() {
  queue_words=''
  for ticket in "$kit/queue"/???????; do
    if [ -z "$my_ticket" ] || [ "$ticket" = "$my_ticket" ]; then break; fi
    if [ ! -h "$ticket" ] || ! is_waiting "$ticket"; then continue; fi
    queue_words=${queue_words:+$queue_words and }$(program_words "${waiting##*/}")
  done
  printf '%s' "${queue_words:+, behind $queue_words}"
}

# forget_dead_tickets: those of programs that were killed while they waited.
forget_dead_tickets() {
  for ticket in "$kit/queue"/???????; do
    [ ! -h "$ticket" ] || is_waiting "$ticket" || rm -f "$ticket"
  done
}
