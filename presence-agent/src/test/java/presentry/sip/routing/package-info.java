/** Tests of finding the way. */
@NullMarked
package presentry.sip.routing;

import org.jspecify.annotations.NullMarked;
