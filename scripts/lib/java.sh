# Sourced by the launchers: finds a Java, builds what is missing, and becomes the program.
# Statuses of its own: 127, no Java or no Maven; 70, the build failed.
# shellcheck shell=bash

least=25
root=$(cd -P -- "${BASH_SOURCE[0]%/*}/../.." && pwd)

# What suits each program. The client lives for moments: what starts fast is better than what runs fast. The JVM's own
# warnings belong on no program's output. The daemon: the serial collector was the fastest of a prototype's, and is not
# compared again here; a small young generation costs no more than a large one, as far as could be seen, and halves what
# idle connections take, which was mostly garbage not yet collected.
declare -A suits=(
    [chatd]="-XX:+UseSerialGC -Xmn32m -XX:+UseCompactObjectHeaders -Xlog:disable -Xlog:all=warning:stderr"
    [chatc]="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -Dslf4j.internal.verbosity=ERROR"
)

complain() { # STATUS SENTENCE…
    echo "${0##*/}: ${*:2}" >&2
    exit "$1"
}

# Sets java_home to $1 if a Java that is new enough lives there. The release file says so faster than java would.
try() {
    local says
    java_home=$1
    [[ -n $1 && -x $1/bin/java ]] || return 1
    [[ -r $1/release ]] && says=$(<"$1/release") || says=$("$1/bin/java" -XshowSettings:properties -version 2>&1)
    [[ $says =~ (JAVA_VERSION=\"|java\.version = )([0-9]+) ]] && ((BASH_REMATCH[2] >= least))
}

find_java() {
    local java
    try "${JAVA_HOME-}" && return
    try "${JAVA25_HOME-}" && return
    java=$(readlink -f -- "$(type -P java)") && try "${java%/bin/java}" && return
    for java in /usr/lib/jvm/*; do try "$java" && return; done
    complain 127 "Parley needs Java $least or newer: install one (for example Temurin $least, or your" \
        "distribution's openjdk-$least-jdk); looked in JAVA_HOME, JAVA25_HOME, PATH and /usr/lib/jvm"
}

# Builds the program $1 unless it is built. Of two launchers at once the second waits and finds it done.
build_once() {
    local jar=$root/$1/target/$1.jar log
    [[ -f $jar ]] && return
    type -P mvn >/dev/null || complain 127 "$1 is not built yet, and building it needs Maven: install maven"
    echo "${0##*/}: building $1, which takes a minute the first time" >&2
    log=$(mktemp)
    (
        exec 9<"$root" && flock 9
        [[ -f $jar ]] || JAVA25_HOME=${JAVA25_HOME:-$java_home} mvn -f "$root" -B -pl "$1" -am package \
            -Dmaven.test.skip -Dspotless.check.skip -Dmaven.compiler.failOnWarning=false </dev/null >"$log" 2>&1
    ) || { tail -n 40 "$log" >&2; rm -f "$log"; complain 70 "the build failed"; }
    rm -f "$log"
}

# Sets options to what java is told for the program $1, but for its jar.
options_for() {
    local target=$root/$1/target own=${1^^}_JAVA_OPTS
    read -ra options <<<"--enable-native-access=ALL-UNNAMED ${suits[$1]}"
    [[ ! -f $target/$1.jsa ]] || options+=("-XX:SharedArchiveFile=$target/$1.jsa")
    [[ ! -d $target/native ]] || options+=("-Dorg.sqlite.lib.path=$target/native")
    read -ra own <<<"${!own-}"
    options+=("${own[@]}")
}

# Becomes the program $1 with the arguments that follow.
become() {
    local options
    find_java
    build_once "$1"
    options_for "$1"
    # Java reads and writes arguments, paths and variables as the locale says. Where nothing does, they are UTF-8.
    [[ -n ${LC_ALL-}${LC_CTYPE-}${LANG-} ]] || export LC_CTYPE=C.UTF-8
    exec "$java_home/bin/java" "${options[@]}" -jar "$root/$1/target/$1.jar" "${@:2}"
}
