/** Tests of the stack as a whole, over real sockets, with time moved by hand. */
@NullMarked
package presentry.sip;

import org.jspecify.annotations.NullMarked;
