using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Texts;

/// <summary>One cell of a rule as a form shows it.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Hint">What may be typed.</param>
/// <param name="IsKey">Tells the row from others: not changed afterwards.</param>
/// <param name="Choices">Value and name of what can be chosen; null where it is typed.</param>
public sealed record RuleField(string Label, string? Hint = null, bool IsKey = false, IReadOnlyList<(string Value, string Name)>? Choices = null)
{
    public bool IsDay { get; init; }
    public bool IsOptional { get; init; }
    public bool IsLong { get; init; }
}

/// <summary>The cells of each table of rules, in their order.</summary>
public static class RuleFields
{
    /// <param name="table">The table.</param>
    /// <param name="topics">Slug and name of the topics there are.</param>
    /// <param name="kinds">Slug and name of the sorts of agencies.</param>
    public static IReadOnlyList<RuleField> Of(RuleTable table, IReadOnlyList<(string Value, string Name)> topics, IReadOnlyList<(string Value, string Name)> kinds) => table switch
    {
        RuleTable.RegionAlias =>
        [
            new("Nama", "Seperti ditulis media: Jaktim, Kota Kembang.", IsKey: true),
            new("Kode wilayah", "Kode Kemendagri, misalnya 31.75. Kode ada pada alamat halaman wilayahnya.", IsKey: true),
            new("Jenis nama", Choices: [("abbr", "singkatan"), ("spelling", "ejaan lain"), ("former", "nama lama"), ("town", "kota atau tempat terkenal di dalamnya")]),
        ],
        RuleTable.TopicCue =>
        [
            new("Topik", IsKey: true, Choices: topics),
            new("Bobot", Choices: [("0.5", "lemah (0,5)"), ("1", "sedang (1)"), ("2", "kuat (2)"), ("3", "menentukan di teras (3)"), ("mask", "pengecualian: kata ini bukan penanda")]),
            new("Kata", "Kata berurutan dalam satu kalimat. a|b pilihan kata; kata* dengan akhiran apa pun; “A & B” keduanya dalam satu kalimat.", IsKey: true),
        ],
        RuleTable.Topic =>
        [
            new("Alamat", "Huruf kecil dan tanda hubung, misalnya lalu-lintas.", IsKey: true),
            new("Nama"),
            new("Keterangan", "Satu kalimat tentang isinya.") { IsLong = true },
        ],
        RuleTable.Agency =>
        [
            new("Alamat", "Huruf kecil dan tanda hubung, misalnya polres-singkawang.", IsKey: true),
            new("Jenis", Choices: kinds),
            new("Nama"),
            new("Kode wilayah", "Kosong untuk lembaga tingkat pusat.") { IsOptional = true },
            new("Wilayah kerja lain", "Kode yang dipisah koma; tanda minus di depan mengecualikan.") { IsOptional = true },
            new("Di bawah", "Alamat satuan di atasnya, misalnya polda-banten.") { IsOptional = true },
        ],
        RuleTable.AgencyAlias =>
        [
            new("Instansi", "Alamat satuannya, misalnya polda-metro-jaya.", IsKey: true),
            new("Sebutan lain", IsKey: true),
        ],
        _ =>
        [
            new("Nomor", "Seperti ditekan di telepon.", IsKey: true),
            new("Siapa yang menjawab"),
            new("Untuk apa") { IsLong = true },
            new("Topik", "Alamat topik yang dipisah tanda |, misalnya bencana|nataru.") { IsOptional = true },
            new("Jenis instansi", "Dipisah tanda |, misalnya polda|polres.") { IsOptional = true },
            new("Sumber", "Alamat halaman tempat nomor ini ditemukan."),
            new("Diperiksa pada") { IsDay = true },
        ],
    };

    /// <summary>A stored cell in the words of its choices.</summary>
    public static string Shown(RuleField field, string value) => field.Choices?.FirstOrDefault(c => c.Value == value).Name ?? value;
}
