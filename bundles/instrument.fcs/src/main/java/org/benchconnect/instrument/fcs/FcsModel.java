package org.benchconnect.instrument.fcs;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.benchconnect.core.instrument.Model;

/** The cytometers that are recognised by what they write. Special ones stand before general ones: the first match counts. */
public enum FcsModel implements Model {
    /** Beckman Coulter Gallios. */
    GALLIOS("Gallios", "GALLIOS"),
    /** Beckman Coulter Navios EX. */
    NAVIOS_EX("Navios EX", "NAVIOSEX"),
    /** Beckman Coulter Navios. */
    NAVIOS("Navios", "NAVIOS"),
    /** Beckman Coulter Cytomics FC 500. */
    CYTOMICS_FC_500("Cytomics FC 500", "FC500"),
    /** Beckman Coulter EPICS XL. */
    EPICS_XL("EPICS XL", "EPICSXL", "=XL", "=XLMCL", "=COULTERXL", "=COULTERXLMCL"),
    /** Beckman Coulter AQUIOS CL. */
    AQUIOS_CL("AQUIOS CL", "AQUIOS"),
    /** Beckman Coulter DxFLEX. */
    DXFLEX("DxFLEX", "DXFLEX"),
    /** Beckman Coulter CytoFLEX, of any kind. */
    CYTOFLEX("CytoFLEX", "CYTOFLEX"),
    /** Beckman Coulter MoFlo, of any kind. */
    MOFLO("MoFlo", "MOFLO"),
    /** BD FACSAria, of any kind. */
    FACS_ARIA("FACSAria", "FACSARIA"),
    /** BD FACSCanto, of any kind. */
    FACS_CANTO("FACSCanto", "FACSCANTO"),
    /** BD FACSDiscover, of any kind. */
    FACS_DISCOVER("FACSDiscover", "FACSDISCOVER"),
    /** BD FACSVantage, of any kind. */
    FACS_VANTAGE("FACSVantage", "FACSVANTAGE"),
    /** BD FACSCalibur. */
    FACS_CALIBUR("FACSCalibur", "FACSCALIBUR"),
    /** BD FACScan. */
    FACS_SCAN("FACScan", "FACSCAN"),
    /** BD FACSCelesta. */
    FACS_CELESTA("FACSCelesta", "FACSCELESTA"),
    /** BD FACSLyric. */
    FACS_LYRIC("FACSLyric", "FACSLYRIC"),
    /** BD FACSMelody. */
    FACS_MELODY("FACSMelody", "FACSMELODY"),
    /** BD FACSVerse. */
    FACS_VERSE("FACSVerse", "FACSVERSE"),
    /** BD FACSymphony. */
    FACS_SYMPHONY("FACSymphony", "FACSYMPHONY"),
    /** BD Influx. */
    INFLUX("Influx", "INFLUX"),
    /** BD LSRFortessa. */
    LSR_FORTESSA("LSRFortessa", "FORTESSA"),
    /** BD LSR and LSR II. */
    LSR("LSR", "^LSR", "^BDLSR", "^BDBIOSCIENCESLSR"),
    /** BD Accuri. */
    ACCURI("Accuri", "ACCURI", "=C6", "=C6PLUS"),
    /** Cytek Northern Lights. */
    NORTHERN_LIGHTS("Northern Lights", "NORTHERNLIGHTS", "^NL1000", "^NL2000", "^NL3000"),
    /** Cytek Aurora. */
    AURORA("Aurora", "AURORA"),
    /** Thermo Fisher Attune NxT. */
    ATTUNE_NXT("Attune NxT", "ATTUNENXT"),
    /** Other Attune models. */
    ATTUNE("Attune", "ATTUNE"),
    /** Miltenyi MACSQuant, of any kind. */
    MACSQUANT("MACSQuant", "MACSQUANT"),
    /** Sysmex Partec CyFlow, Cube, PAS and CCA. */
    CYFLOW("CyFlow", "CYFLOW", "^CUBE", "^PARTECPAS", "=PAS", "=PASII", "=PASIII", "^PARTECCCA", "=CCA", "=CCAII"),
    /** Stratedigm, of any kind. */
    STRATEDIGM("Stratedigm", "STRATEDIGM", "^S1000EX", "^S1200EX", "^S1400EX", "=S1000", "=S1200", "=S1400"),
    /** Sony iCyt, of any kind. */
    ICYT("iCyt", "^ICYT", "^SONYICYT", "=SYNERGY", "^SYNERGYSY", "=ECLIPSE"),
    /** Sony SH800, of any kind. */
    SH800("SH800", "^SH800", "^SONYSH800"),
    /** Sony MA900. */
    MA900("MA900", "^MA900", "^SONYMA900"),
    /** Sony ID7000. */
    ID7000("ID7000", "^ID7000", "^SONYID7000"),
    /** Luminex Guava, of any kind, and Muse. */
    GUAVA("Guava", "GUAVA", "EASYCYTE", "=MUSE", "^MUSECELLANALYZER"),
    /** Bio-Rad ZE5. */
    ZE5("ZE5", "^ZE5", "^BIORADZE5"),
    /** Bio-Rad S3 and S3e. */
    S3("S3", "=S3", "=S3E", "^S3CELLSORTER", "^S3ECELLSORTER", "^BIORADS3"),
    /** Agilent NovoCyte, of any kind. */
    NOVOCYTE("NovoCyte", "NOVOCYTE"),
    /** Dako and Beckman Coulter CyAn. */
    CYAN("CyAn", "=CYAN", "CYANADP", "^DAKOCYAN"),
    /** Cytek DxP and xP5. */
    CYTEK_DXP("Cytek DxP", "^CYTEKDXP", "^DXP", "^CYTEKXP5", "=XP5"),
    /** Apogee, of any kind. */
    APOGEE("Apogee", "^APOGEE"),
    /** Standard BioTools CyTOF, of any kind. */
    CYTOF("CyTOF", "^CYTOF", "^DVSSCIENCESCYTOF", "^FLUIDIGMCYTOF"),
    /** Cytek Amnis ImageStream. */
    IMAGESTREAM("ImageStream", "IMAGESTREAM"),
    /** Cytek Amnis CellStream. */
    CELLSTREAM("CellStream", "CELLSTREAM"),
    /** Any other instrument, or one that does not say. */
    OTHER("OTHER");

    private static final Pattern NO_LETTERS = Pattern.compile("[^A-Z0-9]+");

    private final String label;
    private final List<String> fragments;

    /** With what its name holds in capitals, begins with if there is a {@code ^} before it, or is if there is a {@code =}. */
    FcsModel(String label, String... fragments) {
        this.label = label;
        this.fragments = List.of(fragments);
    }

    @Override
    public String label() {
        return label;
    }

    /** The model of a name such as {@code $CYT} has, by its letters and digits alone. */
    static FcsModel named(String name) {
        String letters = NO_LETTERS.matcher(name.toUpperCase(Locale.ROOT)).replaceAll("");
        for (FcsModel model : values()) {
            if (model.fragments.stream().anyMatch(fragment -> fits(fragment, letters))) {
                return model;
            }
        }
        return OTHER;
    }

    private static boolean fits(String fragment, String letters) {
        return switch (fragment.charAt(0)) {
            case '^' -> letters.startsWith(fragment.substring(1));
            case '=' -> letters.equals(fragment.substring(1));
            default -> letters.contains(fragment);
        };
    }

    /** The model of a dataset: what {@code $CYT} names, otherwise a CytoFLEX if CytExpert wrote it. */
    static FcsModel of(Keywords text) {
        FcsModel named = text.model().orElse(OTHER);
        return named == OTHER && text.token("CYTEXPERTFIL", CytExpert.class).isPresent() ? CYTOFLEX : named;
    }

    /** What {@code CYTEXPERTFIL} says. */
    private enum CytExpert {
        TRUE
    }
}
