/**
 * HTTP, and only here: Jetty with one handler for the XCAP tree, health checks, and the JAX-RS resources that the wiring
 * adds. Status codes and header fields appear in this package and nowhere below it.
 * Start reading at {@link presentry.xcap.http.HttpServer}, then {@link presentry.xcap.http.XcapHandler}.
 */
@NullMarked
package presentry.xcap.http;

import org.jspecify.annotations.NullMarked;
