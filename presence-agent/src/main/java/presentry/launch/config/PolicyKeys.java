package presentry.launch.config;

import static presentry.launch.config.Kind.choice;
import static presentry.launch.config.Kind.flag;
import static presentry.launch.config.Kind.seconds;

import java.time.Duration;
import java.util.List;
import presentry.policy.model.PolicyDefault;

/** The keys of the groups {@code policy} and {@code mutual}: who may see whom. */
final class PolicyKeys {
    private static final int WEEK = 604_800;

    static final ConfigKey<PolicyDefault> POLICY_DEFAULT = ConfigKey.of(
            "policy.default",
            choice(PolicyDefault.class),
            "What decides about a watcher of whom no matching rule says how to treat him. mutual: allowed while the "
                    + "presentity watches him in turn, else pending. rfc: blocked if the presentity has rules, else "
                    + "pending. confirm: pending. block: refused. allow: allowed.",
            "mutual");

    static final ConfigKey<Boolean> POLICY_LEGACY = ConfigKey.of(
            "policy.legacy-common-policy",
            flag(),
            "Whether rule documents in the dialect that predates RFC 4745 are accepted and obeyed.",
            "true");

    static final ConfigKey<Boolean> POLICY_OMA = ConfigKey.of(
            "policy.oma",
            flag(),
            "Whether OMA's conditions external-list, anonymous-request and other-identity are obeyed, and OMA's"
                    + " permissions; if not the conditions match nobody and the permissions grant nothing.",
            "false");

    static final ConfigKey<Boolean> POLICY_ACCEPT_UNAUTHENTICATED = ConfigKey.of(
            "policy.accept-unauthenticated",
            flag(),
            "Whether a watcher without an identity reaches the rules at all; otherwise he is answered 403.",
            "false");

    static final ConfigKey<Duration> MUTUAL_LINGER = ConfigKey.of(
            "mutual.linger",
            seconds(0, WEEK),
            "How long a subscription that expired still counts for the mutual default, for users whose devices sleep.",
            "0");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL =
            List.of(POLICY_DEFAULT, POLICY_LEGACY, POLICY_OMA, POLICY_ACCEPT_UNAUTHENTICATED, MUTUAL_LINGER);

    private PolicyKeys() {}

    static Config.Policy bindPolicy(ConfigValues values) {
        return new Config.Policy(
                values.get(POLICY_DEFAULT),
                values.get(POLICY_LEGACY),
                values.get(POLICY_OMA),
                values.get(POLICY_ACCEPT_UNAUTHENTICATED));
    }

    static Config.Mutual bindMutual(ConfigValues values) {
        return new Config.Mutual(values.get(MUTUAL_LINGER));
    }
}
