/**
 * The subscriptions to one presentity, with the dialogs that they live in (RFC 6665, section 4.2).
 * Pure data, owned by the mailbox of the presentity: time comes in as a parameter, nothing here sends or waits.
 * Start reading at {@link presentry.agent.subscription.SubscriptionTable}.
 */
@NullMarked
package presentry.agent.subscription;

import org.jspecify.annotations.NullMarked;
