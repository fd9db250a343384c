using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The page on which an article is edited.</summary>
public static class ArticleRoom
{
    public const string SourceText = "Naskah sumber";
    public const string PrintedTitle = "Judul dari penerbit";
    public const string Edit = "Suntingan redaksi";
    public const string Propose = "Usulkan perubahan";
    public const string ProposeHint = "Usulan Anda menunggu keputusan redaktur; beritanya belum berubah.";
    public const string TitleField = "Judul";
    public const string ConfirmTitle = "Judul ini dibuat mesin dari kalimat pertama. Benarkan sebagai judul.";
    public const string Lead = "Teras berita";
    public const string DisplayField = "Yang boleh dibaca publik";
    public const string ExcerptOnly = "Penerbit meminta hanya kutipan: teks lengkap tidak dapat dibuka.";
    public const string NoteField = "Catatan redaksi (tidak pernah tampil kepada publik)";
    public const string Tags = "Tanda";
    public const string TagsHint = "Terima atau tolak setiap tanda. Tanda yang ditolak tidak dipasang lagi oleh mesin pada berita ini.";
    public const string Accept = "Terima";
    public const string Refuse = "Tolak";
    public const string Main = "Jadikan utama";
    public const string IsMain = "utama";
    public const string Leave = "Biarkan";
    public const string RefusedTags = "Tanda yang pernah ditolak";
    public const string AddTag = "Tambah tanda";
    public const string SearchTag = "Cari wilayah, instansi, atau topik";
    public const string Search = "Cari";
    public const string NoTarget = "Tidak ada yang cocok.";
    public const string Add = "Pasang";
    public const string Save = "Simpan suntingan";
    public const string SaveProposal = "Kirim usulan";
    public const string Proposals = "Usulan yang menunggu";
    public const string AcceptProposal = "Terima usulan";
    public const string DeclineProposal = "Tolak usulan";
    public const string Fate = "Status dan tampilan";
    public const string Withdraw = "Tarik dari publik";
    public const string WithdrawReason = "Alasan penarikan (dibaca publik)";
    public const string Reinstate = "Terbitkan kembali";
    public const string Return = "Kembalikan ke antrean";
    public const string Correct = "Muat ralat atau hak jawab";
    public const string CorrectText = "Isi (dibaca publik di atas berita dan pada halaman Ralat)";
    public const string KindCorrection = "Ralat";
    public const string KindReply = "Hak jawab";
    public const string PublishNote = "Muat";
    public const string Sensitive = "Tanda peka";
    public const string Lift = "Buka tanda peka";
    public const string Confirm = "Tegaskan: berita ini peka";
    public const string Confirmed = "Ditegaskan redaktur: berita ini tidak dapat terbit sebelum tandanya dibuka.";
    public const string Pin = "Sematkan di beranda";
    public const string PinDays = "Selama (hari)";
    public const string Unpin = "Lepas sematan";
    public const string Assign = "Petugas";
    public const string SaveAssignee = "Tugaskan";
    public const string History = "Riwayat suntingan";
    public const string NoHistory = "Belum ada suntingan.";
    public const string Who = "Redaktur";
    public const string When = "Waktu";
    public const string What = "Yang diubah";
    public const string Before = "Sebelum";
    public const string After = "Sesudah";
    public const string Restore = "Kembalikan";
    public const string Nothing = "(kosong)";
    public const string Reports = "Tanggapan pembaca";
    public const string PublicPage = "Lihat halaman publik";
    public const string Next = "Berita berikutnya dalam antrean";
    public const string Outdated = "Berita ini sudah diubah sementara Anda menyunting. Isian Anda masih utuh di bawah dan belum disimpan. Periksa perubahan itu, lalu simpan lagi.";
    public const string OthersDid = "Yang dilakukan orang lain:";
    public const string PublisherRevised = "Penerbit mengganti naskahnya.";
    public const string NoEdits = "Perubahan itu tidak tercatat sebagai suntingan.";
    public const string DraftFound = "Ada isian yang belum tersimpan dari kunjungan sebelumnya.";
    public const string UseDraft = "Pakai isian itu";
    public const string DropDraft = "Buang";
    public const string MarkNone = "tidak ditandai";
    public const string MarkLifted = "dibuka";
    public const string MarkConfirmed = "ditegaskan";
    public const string MarkSet = "ditandai mesin";
    public const string Refused = "ditolak";
    public const string NotSet = "tidak dipasang";

    public static readonly IReadOnlyList<(string Key, string Does)> Keys =
    [
        ("j", "tanda berikutnya"), ("k", "tanda sebelumnya"), ("a", "terima tanda"), ("x", "tolak tanda"), ("s", "simpan suntingan"), ("p", "terbitkan"), ("r", "tolak berita"), ("n", "berita berikutnya"), ("?", "buka atau tutup daftar ini"),
    ];

    public static readonly string ReasonHint = $"{ArticleDesk.ShortestReason} sampai {ArticleDesk.LongestReason} huruf. Jangan mengulang hal yang harus hilang.";

    public static string Result(string? word) => word switch
    {
        "simpan" => "Suntingan disimpan.",
        "usul" => "Usulan dikirim kepada redaktur.",
        "tarik" => "Berita ditarik dari publik; alasannya tampil pada alamat berita dan di halaman Ralat.",
        "terbit" => "Berita terbit kembali.",
        "antre" => "Berita kembali ke antrean.",
        "ralat" => "Ralat atau hak jawab sudah dimuat.",
        "peka" => "Tanda peka diperbarui.",
        "sematan" => "Sematan diperbarui.",
        "petugas" => "Petugas diperbarui.",
        "kembali" => "Nilai sebelumnya dikembalikan.",
        "usulan" => "Keputusan atas usulan disimpan.",
        "tolak" => "Tindakan itu tidak dapat dilakukan pada berita dalam keadaan ini. Tidak ada yang diubah.",
        "usang" => "Berita ini sudah diubah orang lain. Tidak ada yang diubah; lihat riwayat di bawah, lalu ulangi bila masih perlu.",
        "alasan" => $"Tulis alasannya, {ArticleDesk.ShortestReason} sampai {ArticleDesk.LongestReason} huruf.",
        "isi" => $"Tulis isinya, {Correction.Shortest} sampai {Correction.Longest} huruf.",
        "hari" => "Sematan berlaku 1 sampai 30 hari.",
        _ => "",
    };

    public static string FaultOf(DraftFault fault) => fault switch
    {
        DraftFault.Title => $"Judul harus diisi, paling panjang {ArticleDraft.LongestTitle} huruf.",
        DraftFault.Summary => $"Teras harus diisi, paling panjang {ArticleDraft.LongestSummary} huruf.",
        DraftFault.Note => $"Catatan paling panjang {ArticleDraft.LongestNote} huruf.",
        DraftFault.UnknownTag => "Salah satu tanda tidak dikenal.",
        DraftFault.NotFullText => ExcerptOnly,
        _ => "",
    };

    public static string DisplayOf(Display display) => display is Display.FullText ? "Teks lengkap" : "Kutipan saja";

    public static string FieldOf(ArticleEdit edit) => edit.Field switch
    {
        ArticleEdit.Title => "Judul",
        ArticleEdit.TitleDerived => "Judul buatan mesin",
        ArticleEdit.Summary => "Teras",
        ArticleEdit.DisplayMode => "Tampilan publik",
        ArticleEdit.Note => "Catatan",
        ArticleEdit.State => "Status",
        ArticleEdit.Sensitive => "Tanda peka",
        ArticleEdit.Pin => "Sematan beranda",
        ArticleEdit.Assignee => "Petugas",
        _ => edit.Tag is { } tag ? $"{KindOf(tag.Kind)}: {tag.Key}" : edit.Field,
    };

    public static string KindOf(TagKind kind) => kind switch { TagKind.Region => "Wilayah", TagKind.Agency => "Instansi", _ => "Topik" };

    /// <summary>A stored value as people read it.</summary>
    public static string ValueOf(ArticleEdit edit, string? value)
    {
        if (edit.Tag is not null)
        {
            return ArticleAtHand.ReadStanding(value) switch
            {
                { IsRefused: true } => Refused,
                { Tag: { } tag } => Story.Confidence(tag) + (tag.IsMain ? ", utama" : ""),
                _ => NotSet,
            };
        }

        return edit.Field switch
        {
            ArticleEdit.State when Enum.TryParse<ReviewState>(value, out var state) => DeskRoom.StateOf(state),
            ArticleEdit.DisplayMode when Enum.TryParse<Display>(value, out var display) => DisplayOf(display),
            ArticleEdit.TitleDerived => value == bool.TrueString ? "ya" : "tidak",
            ArticleEdit.Sensitive => value switch { "lifted" => MarkLifted, "confirmed" => MarkConfirmed, "marked" => MarkSet, _ => MarkNone },
            ArticleEdit.Pin when DateTime.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind, out var until) => Reading.IndonesianDates.Moment(until),
            _ => string.IsNullOrEmpty(value) ? Nothing : value,
        };
    }

    public static string Told(ArticleEdit edit) => $"{edit.Editor} mengubah {FieldOf(edit).ToLowerInvariant()}: {ValueOf(edit, edit.Before)} → {ValueOf(edit, edit.After)} ({Reading.IndonesianDates.Moment(edit.At)})";

    public static string ProposedBy(Proposal proposal) => $"{proposal.Editor}, {Reading.IndonesianDates.Moment(proposal.At)}";

    public static string ChoiceOf(TagChoice choice) => $"{KindOf(choice.Kind)} {choice.Key}: {choice.Verdict switch { TagVerdict.Accept => "terima", TagVerdict.Refuse => "tolak", _ => "jadikan utama" }}";

    public static string PinnedUntil(DateTime until) => $"Tersemat di beranda sampai {Reading.IndonesianDates.Moment(until)}.";

    public static string WithdrawnBecause(string reason) => $"Ditarik dengan alasan: {reason}";
}
