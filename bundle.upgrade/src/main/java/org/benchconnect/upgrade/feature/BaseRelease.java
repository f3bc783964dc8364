package org.benchconnect.upgrade.feature;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.benchconnect.upgrade.tuf.StrictJson;
import org.benchconnect.upgrade.tuf.StrictJsonException;

/**
 * The base release as a feature: at build time, {@code release/org.benchconnect.base.json} is made of the modules and of a
 * source document without any, and the launcher's list comes out of it. Libraries and framework services start first, then
 * core, then the settings, so that every other component finds its configuration when it is made.
 */
public final class BaseRelease {
    /** The feature's name. */
    public static final String NAME = "org.benchconnect.base";
    /** The document's name in the folder {@code release} of an installation. */
    public static final String DOCUMENT = NAME + FeatureLayout.DOCUMENT;
    /** The signature's name beside it; a development build has none. */
    public static final String SIGNATURE = DOCUMENT + FeatureLayout.SIGNATURE;
    /** The launcher's list in the same folder. */
    public static final String LIST = "SHA256SUMS";

    private static final String CORE = "org.benchconnect.core";
    private static final int MAX_SOURCE = 64 * 1024;

    private BaseRelease() {}

    /**
     * {@code BaseRelease FOLDER SOURCE [GROUP:ARTIFACT...]}: writes document and list into a folder of modules. Named are the
     * artifacts whose jars do not tell their group.
     *
     * @throws IOException if a file cannot be read or written
     * @throws MalformedFeatureException if the source is no feature document but for its modules
     * @throws MalformedModuleException if a jar is no module
     */
    public static void main(String[] arguments)
            throws IOException, MalformedFeatureException, MalformedModuleException {
        Path folder = Path.of(arguments[0]);
        Map<String, String> groups = new HashMap<>();
        for (int i = 2; i < arguments.length; i++) {
            String[] coordinates = arguments[i].split(":", 2);
            groups.put(coordinates[1], coordinates[0]);
        }
        byte[] source = Files.readAllBytes(Path.of(arguments[1]));
        byte[] document = document(folder, source, groups).toJson();
        Files.write(folder.resolve(DOCUMENT), document);
        Files.writeString(folder.resolve(LIST), list(FeatureDocument.read(document)));
    }

    /** The document of the jars in a folder. */
    static FeatureDocument document(Path folder, byte[] source, Map<String, String> groups)
            throws IOException, MalformedFeatureException, MalformedModuleException {
        List<FeatureModule> modules = new ArrayList<>();
        for (Path jar : jars(folder)) {
            FeatureModule module = ModuleFile.describe(jar, groups, 0);
            modules.add(new FeatureModule(
                    module.id(),
                    module.symbolicName(),
                    module.sha256(),
                    module.length(),
                    startOrder(module.symbolicName())));
        }
        modules.sort(Comparator.comparingInt(FeatureModule::startOrder));
        FeatureDocument document = with(source, modules);
        for (FeatureModule module : modules) {
            if (module.symbolicName().equals(CORE)
                    && !module.id().endsWith(":" + document.id().version())) {
                throw new MalformedFeatureException(
                        "id", "the version of the modules: the source of the base release names another one");
            }
        }
        return document;
    }

    /** The launcher's list of a document's modules, in the format of {@code sha256sum}, in the order in which they start. */
    static String list(FeatureDocument document) {
        StringBuilder list = new StringBuilder();
        for (FeatureModule module : document.inStartOrder()) {
            list.append(module.sha256())
                    .append("  ")
                    .append(ModuleFile.name(module))
                    .append('\n');
        }
        return list.toString();
    }

    private static FeatureDocument with(byte[] source, List<FeatureModule> modules) throws MalformedFeatureException {
        try {
            JsonObject json = StrictJson.parseObject(source);
            if (source.length > MAX_SOURCE || !new JsonArray().equals(json.get("bundles"))) {
                throw new MalformedFeatureException("bundles", "an empty list, to be filled with the modules");
            }
            JsonArray bundles = new JsonArray();
            modules.forEach(module -> bundles.add(FeatureWriter.module(module)));
            json.add("bundles", bundles);
            return FeatureDocument.read(new Gson().toJson(json).getBytes(StandardCharsets.UTF_8));
        } catch (StrictJsonException e) {
            throw new MalformedFeatureException(FeatureReader.TOP, String.valueOf(e.getMessage()));
        }
    }

    private static int startOrder(String symbolicName) {
        Map<String, Integer> special = Map.of(CORE, 20, "org.benchconnect.settings", 30);
        return special.getOrDefault(symbolicName, symbolicName.startsWith("org.benchconnect.") ? 40 : 10);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(FeatureLayout.MODULE))
                    .sorted()
                    .toList();
        }
    }
}
