# Lines of LOAD, UNIT, SERVER and VALUE, one for each run, become a line for each load and unit, with the median of each
# server and, in brackets, the least and the most. -v names="a b c": the servers; -v form=table or json.
{
    key = $1 FS $2
    if (!(key in seen)) { seen[key] = 1; order[++rows] = key }
    key = key FS $3
    value[key, ++runs[key]] = $4 + 0
}

function sort(key,   i, j, t) {
    for (i = 2; i <= runs[key]; i++)
        for (j = i; j > 1 && value[key, j - 1] > value[key, j]; j--) {
            t = value[key, j]; value[key, j] = value[key, j - 1]; value[key, j - 1] = t
        }
}

function median(key,   m) {
    m = runs[key]
    return (value[key, int((m + 1) / 2)] + value[key, int(m / 2) + 1]) / 2
}

function short(x) { return sprintf(x >= 100 ? "%.0f" : x >= 10 ? "%.1f" : "%.2f", x) }

function cell(key) { return short(median(key)) " [" short(value[key, 1]) "-" short(value[key, runs[key]]) "]" }

function json(part, server, key) {
    return sprintf("{\"load\":\"%s\",\"unit\":\"%s\",\"server\":\"%s\",\"median\":%.6g,\"least\":%.6g,\"most\":%.6g,\"runs\":%d}",
        part[1], part[2], server, median(key), value[key, 1], value[key, runs[key]], runs[key])
}

# How the others are to the last one, which is the one to compare with.
function ratios(row,   s, last, all) {
    last = median(order[row] FS server[servers])
    for (s = 1; s < servers; s++) all = all sprintf(" %-9s", last > 0 ? sprintf("%.2f", median(order[row] FS server[s]) / last) : "-")
    return all
}

END {
    servers = split(names, server, " ")
    if (form == "table") {
        printf "%-21s%-9s", "", ""
        for (s = 1; s <= servers; s++) printf "%-25s", server[s]
        print (servers > 1 ? " each to " server[servers] : "")
    }
    for (row = 1; row <= rows; row++) {
        split(order[row], part, FS)
        if (form == "table") printf "%-21s%-9s", part[1], part[2]
        for (s = 1; s <= servers; s++) {
            key = order[row] FS server[s]
            sort(key)
            if (form == "table") printf "%-25s", cell(key)
            else print (row + s > 2 ? "," : "[") json(part, server[s], key)
        }
        if (form == "table") print ratios(row)
    }
    if (form == "json") print "]"
}
