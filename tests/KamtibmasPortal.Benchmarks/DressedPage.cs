using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KamtibmasPortal.Benchmarks;

/// <summary>
/// A page of the corpus with the weight that live sites carry around an article and the corpus leaves out: menus, rows of cards, a
/// footer, style sheets and scripts. About 100 KB and 1,300 elements, as news portals serve; the article itself stays as it is.
/// </summary>
internal static partial class DressedPage
{
    private static readonly string[] s_places = ["Cibaduy", "Ngroto", "Tanjung Biru", "Sumberwaras", "Kuala Teduh", "Pasir Lawang", "Batu Layar", "Rawa Gede", "Muara Bening", "Wanasari"];
    private static readonly string[] s_deeds = ["gelar pasar murah", "perbaiki jembatan gantung", "tanam seribu bakau", "buka posyandu sore", "resmikan kedai baca", "latih relawan siaga", "bagi bibit cabai", "pugar balai warga"];

    public static byte[] Of(byte[] page)
    {
        var html = Encoding.UTF8.GetString(page);
        html = HeadEnd().Replace(html, m => Styles() + Scripts(3) + m.Value, 1);
        html = BodyStart().Replace(html, m => m.Value + Menu(), 1);
        var end = html.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase);
        return Encoding.UTF8.GetBytes(end < 0 ? html : html.Insert(end, Cards(90) + Footer() + Scripts(3)));
    }

    private static string Menu() => "<nav class=\"navbar\"><ul class=\"nav-menu\">" + Repeat(120, i => $"<li class=\"nav-item\"><a class=\"nav-link\" href=\"/kanal/{i}\">Kanal {Place(i)}</a></li>") + "</ul></nav>";

    private static string Cards(int count) => "<aside class=\"sidebar widget-area\"><h2 class=\"widget-title\">Terpopuler</h2><div class=\"list-card\">" + Repeat(count, i =>
        $"<div class=\"card\"><a href=\"/baca/{i}/warga\"><img class=\"card-img lazyload\" src=\"/i/{i}-360x200.jpg\" width=\"360\" height=\"200\" alt=\"\"></a><div class=\"card-body\"><span class=\"card-kanal\">{Place(i + 3)}</span><h3 class=\"card-title\"><a href=\"/baca/{i}/warga\">Warga {Place(i)} {s_deeds[i % s_deeds.Length]} bersama {Place(i + 5)}</a></h3><time class=\"card-time\">{(i % 22) + 1} jam lalu</time></div></div>") + "</div></aside>";

    private static string Footer() => "<footer class=\"site-footer\"><div class=\"footer-links\">" + Repeat(70, i => $"<a href=\"/indeks/{i}\">Indeks {Place(i + 1)}</a> ") + "</div><p class=\"copyright\">Hak cipta dilindungi</p></footer>";

    private static string Styles() => "<style>" + Repeat(180, i => $".blk-{i}{{margin:{i % 9}px 0;padding:{i % 7}px;color:#{i % 10}{i % 10}3;display:flex}}") + "</style>";

    private static string Scripts(int count) => Repeat(count, n => "<script>window.__muat=window.__muat||[];" + Repeat(120, i => $"__muat.push({{id:\"slot-{n}-{i}\",ukuran:[{300 + i},{250 + n}],aktif:{(i % 2 == 0 ? "true" : "false")}}});") + "</script>");

    private static string Place(int i) => s_places[i % s_places.Length];

    private static string Repeat(int count, Func<int, string> make) => string.Concat(Enumerable.Range(0, count).Select(i => make(i).ToString(CultureInfo.InvariantCulture)));

    [GeneratedRegex("</head>", RegexOptions.IgnoreCase)]
    private static partial Regex HeadEnd();

    [GeneratedRegex("<body[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex BodyStart();
}
