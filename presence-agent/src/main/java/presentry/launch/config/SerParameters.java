package presentry.launch.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parameters of SER's module {@code pa} under their old names: whoever comes from there may keep them. Each stands for one
 * or two keys of ours, and its values for ours.
 */
final class SerParameters {
    /**
     * What became of one parameter.
     *
     * @param keys ours; none if there is nothing to be set any more
     * @param values ours for the value it had; empty if that value cannot be had
     * @param remark what an operator should know, a sentence without its full stop; empty if all is as it was
     */
    record Parameter(List<ConfigKey<?>> keys, Function<String, Optional<String>> values, String remark) {}

    private static final Map<String, Parameter> ALL = Collections.unmodifiableMap(inOrder());

    private SerParameters() {}

    /** What became of the parameter {@code name}; empty if SER has none of that name. */
    static Optional<Parameter> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** All of them by their old names, in SER's order. */
    static Map<String, Parameter> all() {
        return ALL;
    }

    private static Map<String, Parameter> inOrder() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        same(all, "default_expires", EventKeys.SUBSCRIBE_STANDARD, EventKeys.PUBLISH_STANDARD);
        same(all, "max_subscription_expiration", EventKeys.SUBSCRIBE_MAX);
        same(all, "max_publish_expiration", EventKeys.PUBLISH_MAX);
        put(all, "use_db", SerParameters::flag, "", StorageKeys.KEEP_EVENTS);
        put(
                all,
                "db_url",
                SerParameters::folder,
                "everything stored is in one folder, so only sqlite:FOLDER has a meaning here; `presentry import`"
                        + " takes the documents out of another database",
                ServerKeys.DATA);
        put(all, "use_callbacks", Optional::of, "who is registered is not presence here; only what is published is");
        put(all, "accept_internal_subscriptions", Optional::of, "there are no internal subscriptions here");
        put(all, "watcherinfo_notify", SerParameters::flag, "", WinfoKeys.NOTIFY);
        put(
                all,
                "use_offline_winfo",
                word -> flag(word).map(kept -> kept.equals("true") ? "1000" : "0"),
                "0 for 0, 1000 for 1: so many requests are kept for a user",
                LimitKeys.MAX_WAITING);
        same(all, "offline_winfo_expiration", WinfoKeys.OFFLINE_EXPIRES);
        put(all, "offline_winfo_timer", Optional::of, "each request goes when its own time is over");
        put(
                all,
                "auth",
                word -> Optional.ofNullable(Map.of("none", "allow", "implicit", "confirm", "xcap", "rfc")
                        .get(word)),
                "none is allow, implicit is confirm, xcap is rfc; what the rules of a user say goes before each of"
                        + " them",
                PolicyKeys.POLICY_DEFAULT);
        put(
                all,
                "auth_xcap_root",
                SerParameters::pathOf,
                "the path; the documents are in this server",
                HttpKeys.HTTP_XCAP_ROOT);
        same(all, "winfo_auth", WinfoKeys.AUTH);
        return all;
    }

    private static void same(Map<String, Parameter> all, String name, ConfigKey<?>... keys) {
        put(all, name, Optional::of, "", keys);
    }

    private static void put(
            Map<String, Parameter> all,
            String name,
            Function<String, Optional<String>> values,
            String remark,
            ConfigKey<?>... keys) {
        all.put(name, new Parameter(List.of(keys), values, remark));
    }

    private static Optional<String> flag(String word) {
        return Optional.ofNullable(Map.of("1", "true", "0", "false", "true", "true", "false", "false")
                .get(word));
    }

    private static Optional<String> folder(String url) {
        return Optional.of(url)
                .filter(it -> it.startsWith("sqlite:") || !it.contains(":"))
                .map(it -> it.replaceFirst("^sqlite:(//)?", ""));
    }

    /** SER asked another server; what is left of its URL is the path. */
    private static Optional<String> pathOf(String url) {
        return Optional.of(url.replaceFirst("^https?://[^/]*", "").replaceFirst("/$", ""))
                .filter(path -> !path.isEmpty());
    }
}
