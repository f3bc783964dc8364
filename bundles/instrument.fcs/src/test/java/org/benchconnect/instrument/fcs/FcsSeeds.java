package org.benchconnect.instrument.fcs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The files with which fuzzing begins: small ones, each in another shape that occurs in the wild, with invented values. */
final class FcsSeeds {
    private FcsSeeds() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> seeds = new TreeMap<>();
        seeds.put("lmd", smallLmd(SyntheticFcs.TRAILER));
        seeds.put("lmd-broken-trailer", smallLmd(40));
        seeds.put("lmd-cut", Arrays.copyOf(smallLmd(0), smallLmd(0).length - 100));
        for (FcsVersion version : FcsVersion.values()) {
            seeds.put(version.label(), small(version.label()).bytes());
        }
        seeds.put("chain", SyntheticFcs.chain(small("FCS2.0"), small("FCS2.0"), small("FCS3.1")));
        seeds.put(
                "delimiter-newline",
                SyntheticFcs.of("FCS3.0")
                        .delimitedBy('\n')
                        .with("$TOT", "5")
                        .dataOf(8)
                        .bytes());
        seeds.put(
                "delimiter-form-feed",
                SyntheticFcs.of("FCS3.0")
                        .delimitedBy('\f')
                        .with("$TOT", "5")
                        .dataOf(8)
                        .bytes());
        seeds.put(
                "doubled-delimiters",
                small("FCS3.1").raw("$OP//$FIL/a//b/$CYT/Beckman//Navios/").bytes());
        seeds.put(
                "no-final-delimiter",
                small("FCS3.1").withoutFinalDelimiter().paddedBy("\0\0  ").bytes());
        seeds.put(
                "data-in-text-only",
                small("FCS3.1").field(2, "        ").field(3, "       0").bytes());
        seeds.put("data-before-text", small("FCS3.0").dataBeforeText().bytes());
        seeds.put(
                "header-left-justified",
                small("FCS3.0").textAt(74).field(0, "74      ").bytes());
        seeds.put("every-kind", everyKind().bytes());
        seeds.put("not-fcs", "Sample,Count\n1,2\n".getBytes(StandardCharsets.US_ASCII));
        return seeds;
    }

    private static SyntheticFcs small(String version) {
        return SyntheticFcs.of(version).with("$TOT", "5").dataOf(8);
    }

    private static byte[] smallLmd(int trailer) {
        byte[] file = SyntheticFcs.chain(
                SyntheticFcs.lmdFirst().dataOf(16).followedBy(20),
                SyntheticFcs.lmdSecond().dataOf(16));
        return SyntheticFcs.join(file, SyntheticFcs.trailer(trailer));
    }

    private static SyntheticFcs everyKind() {
        return small("FCS3.1")
                .with("$CYTSN", "AB12 ")
                .with("CYTEXPERTFIL", "True")
                .with("FILVER", "2.4.0.28")
                .with("$SYS", "Microsoft Windows 7 Professional  6.1.7601.65536")
                .with("$ABRT", "000123")
                .with("$BTIM", "17:18:19:51")
                .with("$ETIM", "10:20:30.59")
                .with("$DATE", "24-Dec-12")
                .with("$P12V", "23,4 mW")
                .with("@STOPREASON", "Manual Stop");
    }
}
