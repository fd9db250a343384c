using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Tests.Extraction;

namespace KamtibmasPortal.Tests.Tagging;

/// <summary>For each topic a report, and what only sounds like one.</summary>
public sealed class TopicTests(Tagger tagger) : IClassFixture<Tagger>
{
    [Theory]
    [InlineData("Polres Tomohon menggelar Operasi Lilin Samrat dan menjaga gereja selama libur Natal dan tahun baru.", "nataru")]
    [InlineData("Tarif hotel di Yogyakarta naik menjelang libur Nataru karena tamu memesan lebih awal.", "")]
    [InlineData("Polsek Natal menangkap pencuri sawit di Kecamatan Natal, Kabupaten Mandailing Natal.", "")]
    [InlineData("Bawaslu Kaur memanggil dua ASN yang diduga tidak netral dalam pilkada karena berfoto dengan pasangan calon.", "netralitas-pemilu")]
    [InlineData("Laga tunda di Surabaya dimainkan di tempat netral tanpa penonton.", "")]
    [InlineData("Kafe di Denpasar memilih warna netral untuk dinding dan meja.", "")]
    [InlineData("Polres Nunukan mengawal kotak suara pilkada ke gudang KPU dan menempatkan personel di TPS rawan.", "keamanan-pemilu")]
    [InlineData("Polres Metro Depok menangkap pengedar sabu dan menyita dua ratus gram ganja.", "narkotika")]
    [InlineData("Kapal ke Pulau Sabu di Kabupaten Sabu Raijua berhenti berlayar.", "")]
    [InlineData("Pelamar kerja di Bekasi wajib melampirkan surat keterangan bebas narkoba.", "")]
    [InlineData("Unit PPA Polres Sleman mendampingi korban kekerasan terhadap anak di sekolah.", "perlindungan-anak")]
    [InlineData("Dua anak buah kapal diselamatkan di Selat Sunda oleh nelayan Lampung Selatan.", "")]
    [InlineData("Begal bersenjata celurit merampas motor warga di Kota Cirebon.", "kejahatan-jalanan")]
    [InlineData("Tawuran promo antarkafe membuat harga kopi di Kota Denpasar turun.", "")]
    [InlineData("Banjir merendam tiga kecamatan di Kabupaten Demak dan ratusan warga mengungsi.", "bencana")]
    [InlineData("Pertandingan di Kota Malang menjadi banjir gol sejak babak pertama.", "")]
    [InlineData("Kendaraan dialihkan dari Kanal Banjir Timur di Jakarta Timur.", "")]
    [InlineData("Ratusan buruh berunjuk rasa dan berorasi di depan kantor bupati Gorontalo.", "unjuk-rasa")]
    [InlineData("Ibu-ibu di Kota Kediri mengikuti demo masak dengan bahan pisang.", "")]
    [InlineData("Kapolres Singkawang mendengarkan keluhan warga dalam Jumat Curhat dan menghidupkan ronda.", "kemitraan-warga")]
    [InlineData("Polisi diminta waspada terhadap tawuran, narkoba, dan banjir di Jakarta Timur.", "")]
    public void The_topics_of_a_lead(string sentence, string topics)
    {
        var found = tagger.Instance.Tag(Document.Of(sentence)).Tags.Where(t => t.Kind is TagKind.Topic).Select(t => t.Key);

        Assert.Equal(topics.Split(' ', StringSplitOptions.RemoveEmptyEntries), found);
    }

    [Theory]
    [InlineData("sabu ")]
    [InlineData("Kelurahan Gedong, ")]
    [InlineData("POLRES METRO JAKARTA TIMUR ")]
    [InlineData("Ã¢â‚¬Å“Polresï¿½ ")]
    [InlineData("The police arrested a man in London. ")]
    public void A_text_without_end_is_read_to_a_limit(string word)
    {
        var text = string.Concat(Enumerable.Repeat(word, 2_000_000 / word.Length));

        var tagged = tagger.Instance.Tag(Document.Of(text));

        Assert.True(tagged.Tags.Count < 100, tagged.Tags.Count.ToString(CultureInfo.InvariantCulture));
        Assert.True(tagged.Tags.Count(t => t.Kind is TagKind.Region && t.IsMain) <= 1);
        Assert.True(tagged.Tags.Count(t => t.Kind is TagKind.Topic && t.IsMain) <= 1);
    }
}
