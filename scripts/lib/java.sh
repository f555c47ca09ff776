# Sourced by the launchers: finds a Java, builds what is missing, and becomes the program.
# Statuses of its own: 127, no Java or no Maven; 70, the build failed.
# shellcheck shell=bash

least=25
root=$(cd -P -- "${BASH_SOURCE[0]%/*}/../.." && pwd)

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

# Becomes the program $1, with java's options up to -- and the program's arguments after it.
become() {
    local program=$1 options=()
    shift
    while [[ $1 != -- ]]; do options+=("$1"); shift; done
    shift
    find_java
    build_once "$program"
    exec "$java_home/bin/java" --enable-native-access=ALL-UNNAMED "${options[@]}" \
        -jar "$root/$program/target/$program.jar" "$@"
}
