using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Tagging;
using KamtibmasPortal.Tests.Storage;

namespace KamtibmasPortal.Tests.Search;

/// <summary>A small archive whose hits are counted by hand.</summary>
internal static class SearchArchive
{
    public static async Task FillAsync(TestStore store)
    {
        var warga = await store.AddSourceAsync("Warga", "Harian Warga");
        var humas = await store.AddSourceAsync("Humas Timur", "Humas Polres");
        var cakra = await store.AddSourceAsync("Cakra", "Cakra Borneo", display: Display.Excerpt);
        await AddAsync(warga, "01", "Polisi menangkap pengedar sabu di Pasar Rebo", "Petugas menangkap dua orang pada Senin malam. Barang bukti 12 gram sabu disita.", (2023, 12, 1), "31.75.05", "narkotika", "polsek-pasar-rebo");
        await AddAsync(warga, "02", "Dua pengedar ditangkap", "Pelaku ditangkap polisi setelah warga melapor ke pos ronda.", (2023, 12, 2), "31.75", "narkotika", "polres-metro-jakarta-timur");
        await AddAsync(warga, "03", "Penangkapan di Jaktim menuai pujian", "Warga memuji penangkapan itu. Tidak ada yang melawan.", (2023, 12, 31), "31.75", "narkotika", "bnnk-jakarta-timur");
        await AddAsync(humas, "04", "Wali Kota Jakarta Timur tinjau pos pengamanan", "Pos pengamanan Natal dan Tahun Baru disiapkan di terminal.", (2024, 1, 1), "31.75", "nataru", "pemkot-jakarta-timur");
        await AddAsync(humas, "05", "ASN diminta netral", "Bawaslu mengingatkan netralitas aparatur sipil negara menjelang pemilu.", (2024, 1, 5), "61", "netralitas-pemilu", "bawaslu-kalbar");
        await AddAsync(cakra, "06", "Netralitas ASN di Singkawang", "Aparatur sipil negara tidak boleh berpihak. Sanksi menanti, kata Bawaslu.", (2024, 1, 6), "61.72", "netralitas-pemilu", "bawaslu-singkawang");
        await AddAsync(cakra, "07", "Anak-anak korban banjir mengungsi", "Sebanyak 1.200 jiwa mengungsi; BPBD mendirikan tenda.", (2024, 1, 7), "61.72", "bencana", "bpbd-singkawang");
        await AddAsync(cakra, "08", "Banjir surut, warga pulang", "Air surut sejak Jumat. Anak kembali ke sekolah.", null, "61", "bencana", null);
        await AddAsync(warga, "09", "Jum’at Curhat: warga keluhkan knalpot brong", "Kapolsek mendengar keluhan tentang knalpot brong dan tawuran pelajar.", (2024, 1, 8), "31.75", "kemitraan-warga", "polsek-pasar-rebo");
        await AddAsync(warga, "10", "Tawuran pelajar dicegah", "Polisi mencegah tawuran; senjata tajam disita. \"Kami tidak memberi ampun,\" katanya.", (2024, 1, 9), "31.75", "kejahatan-jalanan", null);
        await AddAsync(humas, "11", "Seluruh DPR AND NOT OR NEAR", "Kolom: judul* ^aneh (kurung) {kurawal} \"kutip\" a+b & c | d ! <-> 'e' \\ f:*", (2022, 5, 5), "31", "unjuk-rasa", null);
        await AddAsync(humas, "12", "Polri dan S.H. bertemu", "Kombes Pol. Raka Wijaya, S.H., S.I.K. hadir pukul 09.30 WIB. Covid-19 usai.", (2024, 1, 9), "31.74", "kemitraan-warga", null);
        return;

        async Task AddAsync(Source source, string key, string title, string body, (int Year, int Month, int Day)? day, string region, string topic, string? agency)
        {
            List<ArticleTag> tags = [Written.Region(region, main: true), Written.Topic(topic, main: true)];
            if (agency is not null)
            {
                tags.Add(Written.Agency(agency));
            }

            var article = Written.Article(title, body, tags);
            Assert.Equal(ItemOutcome.Stored, (await store.SaveAsync(source, key, day is { } d ? article.On(d.Year, d.Month, d.Day) : article)).Outcome);
        }
    }

    public static string KeyOf(string title) => s_keys[title];

    private static readonly Dictionary<string, string> s_keys = new(StringComparer.Ordinal)
    {
        ["Polisi menangkap pengedar sabu di Pasar Rebo"] = "01",
        ["Dua pengedar ditangkap"] = "02",
        ["Penangkapan di Jaktim menuai pujian"] = "03",
        ["Wali Kota Jakarta Timur tinjau pos pengamanan"] = "04",
        ["ASN diminta netral"] = "05",
        ["Netralitas ASN di Singkawang"] = "06",
        ["Anak-anak korban banjir mengungsi"] = "07",
        ["Banjir surut, warga pulang"] = "08",
        ["Jum’at Curhat: warga keluhkan knalpot brong"] = "09",
        ["Tawuran pelajar dicegah"] = "10",
        ["Seluruh DPR AND NOT OR NEAR"] = "11",
        ["Polri dan S.H. bertemu"] = "12",
    };
}
