package org.benchconnect.settings;

import java.io.IOException;
import java.util.Dictionary;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each component its part through Configuration Admin. Handing out the same twice disturbs nobody. */
final class Handout {
    private static final Logger LOG = LoggerFactory.getLogger(Handout.class);
    /** Any module's: a swap then finds the configuration that the version before had. */
    private static final String ANY_LOCATION = "?";

    private final ConfigurationAdmin admin;
    /** Pids of other vendors' components that have settings of a feature. */
    private final Set<String> foreign = new HashSet<>();

    Handout(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    void apply(Outcome outcome) {
        if (!outcome.understood()) {
            outcome.properties().forEach(this::giveFirst);
            return;
        }
        outcome.properties().forEach(this::give);
        try {
            Configuration[] all = admin.listConfigurations("(service.pid=" + Schema.PREFIX + "*)");
            for (Configuration given : all == null ? new Configuration[0] : all) {
                if (!outcome.properties().containsKey(given.getPid())
                        && !outcome.untouched().contains(given.getPid())) {
                    given.delete();
                }
            }
        } catch (IOException | InvalidSyntaxException e) {
            LOG.error("the settings that were removed from the file could not be taken back", e);
        }
    }

    /** What features bring for components that are not in the file, in place of what they brought before. */
    void foreign(Map<String, Map<String, Object>> properties) {
        for (Map.Entry<String, Map<String, Object>> brought : properties.entrySet()) {
            try {
                configuration(brought.getKey()).updateIfDifferent(new Hashtable<>(brought.getValue()));
            } catch (IOException e) {
                LOG.error("the settings of {} could not be handed out", brought.getKey(), e);
            }
        }
        for (String gone : Set.copyOf(foreign)) {
            if (!properties.containsKey(gone)) {
                takeBack(gone);
            }
        }
        foreign.addAll(properties.keySet());
    }

    private void takeBack(String pid) {
        try {
            configuration(pid).delete();
            foreign.remove(pid);
        } catch (IOException e) {
            LOG.error("the settings of {} could not be taken back", pid, e);
        }
    }

    private Configuration configuration(String pid) throws IOException {
        int instance = pid.indexOf('~');
        return instance < 0
                ? admin.getConfiguration(pid, ANY_LOCATION)
                : admin.getFactoryConfiguration(pid.substring(0, instance), pid.substring(instance + 1), ANY_LOCATION);
    }

    /** Unless there is something: what a file said before that cannot be understood now. */
    private void giveFirst(String pid, Map<String, Object> properties) {
        try {
            if (admin.listConfigurations("(service.pid=" + pid + ")") == null) {
                give(pid, properties);
            }
        } catch (IOException | InvalidSyntaxException e) {
            LOG.error("the settings of {} could not be handed out", pid, e);
        }
    }

    private void give(String pid, Map<String, Object> properties) {
        Dictionary<String, Object> dictionary = new Hashtable<>(properties);
        try {
            admin.getConfiguration(pid, ANY_LOCATION).updateIfDifferent(dictionary);
        } catch (IOException e) {
            LOG.error("the settings of {} could not be handed out", pid, e);
        }
    }
}
