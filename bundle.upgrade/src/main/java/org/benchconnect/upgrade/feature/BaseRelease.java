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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.upgrade.tuf.StrictJson;
import org.benchconnect.upgrade.tuf.StrictJsonException;

/**
 * The base release as features: at build time, {@code release/<feature>.json} is made of the modules and of a source document
 * without any for each feature, and the launcher's list comes out of them. Libraries and framework services start first, then
 * core, then the settings, so that every other component finds its configuration when it is made. What asks for privileges is a
 * feature of its own: delivered, and not running before a person allows it.
 */
public final class BaseRelease {
    /** The name of the feature that runs without being asked about. */
    public static final String NAME = "org.benchconnect.base";
    /** The document's name in the folder {@code release} of an installation. */
    public static final String DOCUMENT = NAME + FeatureLayout.DOCUMENT;
    /** The signature's name beside it; a development build has none. */
    public static final String SIGNATURE = DOCUMENT + FeatureLayout.SIGNATURE;
    /** The launcher's list in the same folder. */
    public static final String LIST = ModuleList.FILE;

    private static final String CORE = "org.benchconnect.core";
    private static final String END_OF_SOURCES = "--";
    private static final int MAX_SOURCE = 64 * 1024;

    private BaseRelease() {}

    /**
     * {@code BaseRelease FOLDER SOURCE [SOURCE=MODULE,...]... -- [GROUP:ARTIFACT...]}: writes documents and list into a folder of
     * modules. The features after the first have the modules of these symbolic names, the first one all others. Named in the end
     * are the artifacts whose jars do not tell their group.
     *
     * @throws IOException if a file cannot be read or written
     * @throws MalformedFeatureException if a source is no feature document but for its modules
     * @throws MalformedModuleException if a jar is no module
     */
    public static void main(String[] arguments)
            throws IOException, MalformedFeatureException, MalformedModuleException {
        Path folder = Path.of(arguments[0]);
        List<String> rest = List.of(arguments).subList(1, arguments.length);
        int end = rest.contains(END_OF_SOURCES) ? rest.indexOf(END_OF_SOURCES) : rest.size();
        Map<String, String> groups = new HashMap<>();
        for (String named : rest.subList(Math.min(end + 1, rest.size()), rest.size())) {
            String[] coordinates = named.split(":", 2);
            groups.put(coordinates[1], coordinates[0]);
        }
        List<FeatureDocument> features = new ArrayList<>();
        for (Part part : parts(rest.subList(0, end))) {
            byte[] document = document(folder, part, groups).toJson();
            features.add(FeatureDocument.read(document));
            Files.write(
                    folder.resolve(features.get(features.size() - 1).id().name() + FeatureLayout.DOCUMENT), document);
        }
        Files.writeString(folder.resolve(LIST), list(features));
    }

    /**
     * One feature of the release.
     *
     * @param source its document without modules
     * @param has which modules are its own, by symbolic name
     */
    record Part(byte[] source, Predicate<String> has) {}

    private static List<Part> parts(List<String> arguments) throws IOException {
        List<Part> parts = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String argument : arguments.subList(1, arguments.size())) {
            int equals = argument.lastIndexOf('=');
            Set<String> own = Set.of(argument.substring(equals + 1).split(","));
            taken.addAll(own);
            parts.add(new Part(Files.readAllBytes(Path.of(argument.substring(0, equals))), own::contains));
        }
        parts.add(0, new Part(Files.readAllBytes(Path.of(arguments.get(0))), name -> !taken.contains(name)));
        return parts;
    }

    /** The document of its jars in a folder. */
    static FeatureDocument document(Path folder, Part part, Map<String, String> groups)
            throws IOException, MalformedFeatureException, MalformedModuleException {
        List<FeatureModule> modules = new ArrayList<>();
        for (Path jar : jars(folder)) {
            FeatureModule module = ModuleFile.describe(jar, groups, 0);
            if (part.has().test(module.symbolicName())) {
                modules.add(new FeatureModule(
                        module.id(),
                        module.symbolicName(),
                        module.sha256(),
                        module.length(),
                        startOrder(module.symbolicName())));
            }
        }
        modules.sort(Comparator.comparingInt(FeatureModule::startOrder));
        FeatureDocument document = with(part.source(), modules);
        for (FeatureModule module : modules) {
            if (module.symbolicName().equals(CORE)
                    && !module.id().endsWith(":" + document.id().version())) {
                throw new MalformedFeatureException(
                        "id", "the version of the modules: the source of the base release names another one");
            }
        }
        return document;
    }

    /** The launcher's list of these features' modules, in the order in which they start, each under its feature. */
    static String list(List<FeatureDocument> features) {
        return new ModuleList(features.stream().map(BaseRelease::lines).toList()).toText();
    }

    private static ModuleList.Feature lines(FeatureDocument document) {
        return new ModuleList.Feature(
                document.id().name(),
                document.id().version(),
                document.terms().privilegeTokens(),
                document.terms().models().stream().sorted().toList(),
                document.inStartOrder().stream()
                        .map(module -> new ModuleList.Module(module.sha256(), ModuleFile.name(module)))
                        .toList());
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
        Map<String, Integer> special = Map.of(
                CORE,
                20,
                "org.benchconnect.settings",
                30,
                "org.benchconnect.upgrade",
                35); // it says which settings the features bring
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
