package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.feature.FeatureConfigurations;
import org.benchconnect.core.status.Platform;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.upgrade.generation.Contents.Content;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings that the documents of the generation bring which the pointer names. While modules change, that is the one whose modules come, so that each finds its
 * settings when it starts, in both directions. Of two features with settings for one component the first in the generation counts: nothing is laid over the base.
 */
@Component(service = {FeatureConfigurations.class, GenerationConfigurations.class})
public final class GenerationConfigurations implements FeatureConfigurations {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationConfigurations.class);

    private final GenerationFolders folders;
    private final Contents contents;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** Answered when the disk cannot be read. */
    private volatile Map<String, Brought> last = Map.of();

    /** For the component runtime, in a framework that our launcher started. */
    @Activate
    public GenerationConfigurations(BundleContext context) {
        this(
                new GenerationFolders(Disk.forOwner(), told(context, Platform.HOME)),
                told(context, Platform.INSTALLATION));
    }

    GenerationConfigurations(GenerationFolders folders, Path installation) {
        this.folders = folders;
        this.contents = new Contents(folders, installation);
    }

    private static Path told(BundleContext context, String property) {
        return Path.of(Objects.requireNonNull(context.getProperty(property), property));
    }

    @Override
    public Map<String, Brought> now() {
        try {
            Map<String, Brought> all = new TreeMap<>();
            for (Content content : contents.of(folders.current())) {
                content.document().ifPresent(document -> document.document()
                        .configurations()
                        .forEach((pid, values) ->
                                all.putIfAbsent(pid, new Brought(content.line().name(), values))));
            }
            last = Map.copyOf(all);
        } catch (IOException e) {
            LOG.warn("the settings that features bring cannot be read; those before stay", e);
        }
        return last;
    }

    @Override
    public void listen(Runnable changed) {
        listeners.add(changed);
    }

    @Override
    public void forget(Runnable changed) {
        listeners.remove(changed);
    }

    /** After each change of the generation. */
    void changed() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("somebody could not take the settings of the new generation", e);
            }
        }
    }
}
