/** Tests of reading and writing messages. */
@NullMarked
package presentry.sip.message;

import org.jspecify.annotations.NullMarked;
