package org.benchconnect.upgrade.feature;

import java.util.Optional;

/** Where a repository has the parts of a feature: the paths of its TUF targets. */
public final class FeatureLayout {
    /** The folder of feature documents and their signatures. */
    public static final String FEATURES = "features/";
    /** The folder of modules. */
    public static final String MODULES = "modules/";
    /** The end of a document's name. */
    public static final String DOCUMENT = ".json";
    /** The end of a signature's name, after the document's whole name: a detached CMS signature in DER. */
    public static final String SIGNATURE = ".p7s";
    /** The end of a module's name. */
    public static final String MODULE = ".jar";

    private FeatureLayout() {}

    /** {@code features/<name>-<version>.json}. */
    public static String document(FeatureId id) {
        return FEATURES + id.name() + "-" + id.version() + DOCUMENT;
    }

    /** {@code features/<name>-<version>.json.p7s}. */
    public static String signature(FeatureId id) {
        return document(id) + SIGNATURE;
    }

    /** {@code modules/<sha256>.jar}. */
    public static String module(String sha256) {
        return MODULES + sha256 + MODULE;
    }

    /** Where a delegated vendor's modules are: {@code modules/<role>/<sha256>.jar}, which its role alone vouches for. */
    public static String module(String role, String sha256) {
        return MODULES + role + "/" + sha256 + MODULE;
    }

    /** The feature's name in the path of a document; empty if the path is none of a document. */
    public static Optional<String> nameOf(String path) {
        return path.startsWith(FEATURES) && path.endsWith(DOCUMENT) && path.length() < 200
                ? FeatureId.nameIn(path.substring(FEATURES.length(), path.length() - DOCUMENT.length()))
                : Optional.empty();
    }
}
