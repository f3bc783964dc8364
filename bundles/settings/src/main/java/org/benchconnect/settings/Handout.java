package org.benchconnect.settings;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
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

    Handout(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    void apply(Outcome outcome) {
        if (!outcome.understood()) {
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

    private void give(String pid, Map<String, Object> properties) {
        Dictionary<String, Object> dictionary = new Hashtable<>(properties);
        try {
            admin.getConfiguration(pid, ANY_LOCATION).updateIfDifferent(dictionary);
        } catch (IOException e) {
            LOG.error("the settings of {} could not be handed out", pid, e);
        }
    }
}
