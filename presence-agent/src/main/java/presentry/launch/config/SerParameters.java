package presentry.launch.config;

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

    private static final Map<String, Parameter> ALL = new LinkedHashMap<>();

    static {
        same("default_expires", EventKeys.SUBSCRIBE_STANDARD, EventKeys.PUBLISH_STANDARD);
        same("max_subscription_expiration", EventKeys.SUBSCRIBE_MAX);
        same("max_publish_expiration", EventKeys.PUBLISH_MAX);
        put("use_db", SerParameters::flag, "", StorageKeys.KEEP_EVENTS);
        put(
                "db_url",
                SerParameters::folder,
                "everything stored is in one folder, so only sqlite:FOLDER has a meaning here; `presentry import`"
                        + " takes the documents out of another database",
                ServerKeys.DATA);
        put("use_callbacks", Optional::of, "who is registered is not presence here; only what is published is");
        put("accept_internal_subscriptions", Optional::of, "there are no internal subscriptions here");
        put("watcherinfo_notify", SerParameters::flag, "", WinfoKeys.NOTIFY);
        put(
                "use_offline_winfo",
                word -> flag(word).map(kept -> kept.equals("true") ? "1000" : "0"),
                "0 for 0, 1000 for 1: so many requests are kept for a user",
                LimitKeys.MAX_WAITING);
        same("offline_winfo_expiration", WinfoKeys.OFFLINE_EXPIRES);
        put("offline_winfo_timer", Optional::of, "each request goes when its own time is over");
        put(
                "auth",
                word -> Optional.ofNullable(Map.of("none", "allow", "implicit", "confirm", "xcap", "rfc")
                        .get(word)),
                "none is allow, implicit is confirm, xcap is rfc; what the rules of a user say goes before each of"
                        + " them",
                PolicyKeys.POLICY_DEFAULT);
        put(
                "auth_xcap_root",
                SerParameters::pathOf,
                "the path; the documents are in this server",
                HttpKeys.HTTP_XCAP_ROOT);
        same("winfo_auth", WinfoKeys.AUTH);
    }

    private SerParameters() {}

    /** What became of the parameter {@code name}; empty if SER has none of that name. */
    static Optional<Parameter> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** All of them by their old names, in SER's order. */
    static Map<String, Parameter> all() {
        return ALL;
    }

    private static void same(String name, ConfigKey<?>... keys) {
        put(name, Optional::of, "", keys);
    }

    private static void put(
            String name, Function<String, Optional<String>> values, String remark, ConfigKey<?>... keys) {
        ALL.put(name, new Parameter(List.of(keys), values, remark));
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
