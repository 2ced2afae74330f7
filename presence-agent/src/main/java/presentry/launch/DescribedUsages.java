package presentry.launch;

import java.util.ArrayList;
import java.util.List;
import presentry.launch.config.DescribedUsage;
import presentry.xcap.usage.ApplicationUsage;
import presentry.xcap.usage.ConfiguredUsage;

/**
 * The application usages of the configuration, made.
 *
 * @param usages those that can be used
 * @param problems a sentence for each that cannot
 */
record DescribedUsages(List<ApplicationUsage> usages, List<String> problems) {

    static DescribedUsages of(List<DescribedUsage> descriptions) {
        List<ApplicationUsage> usages = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (DescribedUsage description : descriptions) {
            switch (making(description)) {
                case ConfiguredUsage.Making.Made made -> usages.add(made.usage());
                case ConfiguredUsage.Making.Refused refused -> problems.add(refused.sentence());
            }
        }
        return new DescribedUsages(List.copyOf(usages), List.copyOf(problems));
    }

    private static ConfiguredUsage.Making making(DescribedUsage usage) {
        return usage.schema()
                .map(file -> ConfiguredUsage.withSchema(usage.auid(), usage.mediaType(), usage.namespace(), file))
                .orElseGet(() -> new ConfiguredUsage.Making.Made(
                        ConfiguredUsage.withoutSchema(usage.auid(), usage.mediaType(), usage.namespace())));
    }
}
