package org.benchconnect.upgrade.feature;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whatever a manifest says: headers of clauses with names, or one exception. */
class ModuleManifestFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void readsOrRefuses(byte[] bytes) {
        try {
            Map<String, String> headers = ManifestFile.headers(bytes);
            for (String header : headers.values()) {
                for (ManifestHeader.Clause clause : ManifestHeader.clauses(header)) {
                    if (clause.paths().isEmpty() || clause.paths().contains("")) {
                        throw new AssertionError("a clause without a name");
                    }
                }
            }
            ModuleManifest.of(headers, List.of(headers), Set.of());
        } catch (MalformedModuleException refused) {
            // refused as it must be
        }
    }
}
