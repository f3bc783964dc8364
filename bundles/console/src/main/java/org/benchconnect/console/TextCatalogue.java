package org.benchconnect.console;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the texts of every bundle. What a bundle said stays known when it goes, so that the history still reads well; a
 * newer version of the same bundle replaces it.
 */
@Component(service = Wording.class, immediate = true)
public final class TextCatalogue implements Wording, BundleTrackerCustomizer<String> {
    private static final Logger LOG = LoggerFactory.getLogger(TextCatalogue.class);
    private static final int WITH_CONTENT = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    /** By symbolic name, the newest last. Guarded by this. */
    private final Map<String, Map<Language, Texts>> byBundle = new LinkedHashMap<>();

    private volatile Map<Language, Texts> all = merged();
    private final BundleTracker<String> tracker;

    @Activate
    public TextCatalogue(BundleContext context) {
        tracker = new BundleTracker<>(context, WITH_CONTENT, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public Texts in(Language language) {
        return Objects.requireNonNull(all.get(language));
    }

    @Override
    public String addingBundle(Bundle bundle, BundleEvent event) {
        Map<Language, Texts> texts = read(bundle);
        if (!texts.isEmpty()) {
            synchronized (this) {
                byBundle.remove(bundle.getSymbolicName());
                byBundle.put(bundle.getSymbolicName(), texts);
                all = merged();
            }
        }
        return bundle.getSymbolicName();
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, String name) {
        // A bundle's texts do not change with its state.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, String name) {
        // What it said stays known.
    }

    private synchronized Map<Language, Texts> merged() {
        List<Map<Language, Texts>> newestFirst = new ArrayList<>(byBundle.values());
        Collections.reverse(newestFirst);
        Map<Language, Texts> merged = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            List<Texts> parts = newestFirst.stream()
                    .filter(texts -> texts.containsKey(language))
                    .map(texts -> Objects.requireNonNull(texts.get(language)))
                    .toList();
            merged.put(language, Texts.all(language, parts));
        }
        return merged;
    }

    private static Map<Language, Texts> read(Bundle bundle) {
        Map<Language, Texts> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            URL file = bundle.getEntry(language.file());
            if (file != null) {
                try {
                    texts.put(language, Texts.read(language, file.openStream()));
                } catch (IOException | IllegalArgumentException e) {
                    LOG.error("The texts of {} in {} cannot be read", bundle.getSymbolicName(), language, e);
                }
            }
        }
        return texts;
    }
}
