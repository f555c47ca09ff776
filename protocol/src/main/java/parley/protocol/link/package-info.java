/**
 * A connection's bytes, in the clear or over TLS: {@link parley.protocol.link.Link} is either, and whoever reads and
 * writes does not mind which. {@link parley.protocol.link.ServerTls} and {@link parley.protocol.link.ClientTls} make
 * secure ones, from {@link parley.protocol.link.Pem} files.
 */
@NullMarked
package parley.protocol.link;

import org.jspecify.annotations.NullMarked;
