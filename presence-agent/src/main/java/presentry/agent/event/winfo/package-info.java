/**
 * The event package template {@code winfo} (RFC 3857): tells a user who watches him, as watcherinfo documents (RFC 3858).
 * Knows subscriptions as data; nothing of dialogs, rules or documents of other packages.
 * Start reading at {@link presentry.agent.event.winfo.WinfoPackage}.
 */
@NullMarked
package presentry.agent.event.winfo;

import org.jspecify.annotations.NullMarked;
