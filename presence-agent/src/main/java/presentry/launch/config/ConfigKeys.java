package presentry.launch.config;

import java.util.List;
import java.util.stream.Stream;

/** Every key there is, with its range, default and meaning. Add one to its group, then to {@link Config} and the sample. */
final class ConfigKeys {
    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = Stream.of(
                    ServerKeys.ALL,
                    StorageKeys.ALL,
                    SipKeys.ALL,
                    HttpKeys.ALL,
                    TlsKeys.ALL,
                    XcapKeys.ALL,
                    IdentityKeys.ALL,
                    PolicyKeys.ALL,
                    EventKeys.ALL,
                    NotifyKeys.ALL,
                    WinfoKeys.ALL,
                    ChangeKeys.ALL,
                    LimitKeys.ALL,
                    HttpLimitKeys.ALL)
            .<ConfigKey<?>>flatMap(List::stream)
            .toList();

    private ConfigKeys() {}
}
