namespace KamtibmasPortal.Tests.Web;

/// <summary>Who may reach an endpoint.</summary>
internal enum Access
{
    /// <summary>Everybody.</summary>
    Open,

    /// <summary>Whoever is signed in, even while a needed second factor is missing.</summary>
    Own,

    /// <summary>Every role of the redaksi.</summary>
    Desk,

    /// <summary>Who may publish.</summary>
    Editors,

    Administrators,
}

/// <summary>Every endpoint of the portal, and who may reach it. A new one fails the tests until it stands here.</summary>
internal static class AuthorizationRows
{
    public static readonly IReadOnlyDictionary<string, Access> All = Read("""
        GET                                              Open
        GET api/v1/agencies                              Open
        GET api/v1/articles                              Open
        GET api/v1/articles/{id}                         Open
        GET api/v1/articles/{id}/revisions               Open
        GET api/v1/regions                               Open
        GET api/v1/regions/{code}                        Open
        GET api/v1/sources                               Open
        GET api/v1/stories/{id}                          Open
        GET api/v1/topics                                Open
        GET arsip                                        Open
        GET arsip/ekspor.csv                             Open
        GET arsip/ekspor.jsonl                           Open
        GET arsip/feed.xml                               Open
        GET arsip/per-bulan.csv                          Open
        GET artikel/{id}/riwayat                         Open
        GET artikel/{id}/tanggapan                       Open
        POST artikel/{id}/tanggapan                      Open
        GET artikel/{id}/{slug}                          Open
        GET feed.xml                                     Open
        GET galat/{status}                               Open
        GET health/live                                  Open
        GET health/ready                                 Open
        GET instansi                                     Open
        GET instansi/{slug}                              Open
        GET openapi/{documentName}.json                  Open
        GET opensearch.xml                               Open
        GET sitemap.xml                                  Open
        GET sitemap/{number}.xml                         Open
        GET wilayah/saran.json                           Open
        GET pedoman                                      Open
        GET peristiwa/{id}                               Open
        GET privasi                                      Open
        GET ralat                                        Open
        GET robots.txt                                   Open
        GET sumber                                       Open
        GET tentang                                      Open
        GET topik                                        Open
        GET topik/{slug}                                 Open
        GET topik/{slug}/feed.xml                        Open
        GET instansi/{slug}/feed.xml                     Open
        GET wilayah                                      Open
        GET wilayah/{code}                               Open
        GET wilayah/{code}/feed.xml                      Open
        GET redaksi/masuk                                Open
        POST redaksi/masuk                               Open
        GET redaksi/masuk/kode                           Open
        POST redaksi/masuk/kode                          Open
        GET redaksi/masuk/kunci-sandi                    Open
        POST redaksi/masuk/kunci-sandi                   Open
        POST redaksi/masuk/kunci-sandi?Options           Open
        GET redaksi/lupa                                 Open
        POST redaksi/lupa                                Open
        GET redaksi/tautan/{secret}                      Open
        POST redaksi/tautan/{secret}                     Open
        GET redaksi/keluar                               Own
        POST redaksi/keluar                              Own
        GET redaksi/saya                                 Own
        POST redaksi/saya?Password                       Own
        POST redaksi/saya?Passkey                        Own
        POST redaksi/saya?PasskeyOptions                 Own
        POST redaksi/saya?PasskeyRemove                  Own
        POST redaksi/saya?Session                        Own
        GET redaksi/saya/dua-langkah                     Own
        POST redaksi/saya/dua-langkah?On                 Own
        POST redaksi/saya/dua-langkah?Off                Own
        POST redaksi/saya/dua-langkah?Codes              Own
        GET redaksi                                      Desk
        POST redaksi                                     Editors
        GET redaksi/antrean                              Desk
        POST redaksi/antrean                             Editors
        GET redaksi/artikel/{id}                         Desk
        GET redaksi/antrean/massal                       Desk
        POST redaksi/antrean/massal                      Editors
        GET redaksi/antrean/massal/{id}                  Editors
        POST redaksi/antrean/massal/{id}                 Editors
        POST redaksi/artikel/{id}                        Desk
        POST redaksi/artikel/{id}?Assign                 Editors
        POST redaksi/artikel/{id}?Correct                Editors
        POST redaksi/artikel/{id}?Pin                    Editors
        POST redaksi/artikel/{id}?Proposal               Editors
        POST redaksi/artikel/{id}?Reinstate              Editors
        POST redaksi/artikel/{id}?Restore                Editors
        POST redaksi/artikel/{id}?Return                 Editors
        POST redaksi/artikel/{id}?Sensitive              Editors
        POST redaksi/artikel/{id}?Withdraw               Editors
        GET redaksi/tambah                               Desk
        POST redaksi/tambah                              Desk
        GET redaksi/tanggapan                            Editors
        GET redaksi/tanggapan/{id}                       Editors
        POST redaksi/tanggapan/{id}                      Editors
        POST redaksi/tanggapan/{id}?Erase                Editors
        GET redaksi/artikel/{id}/hapus                   Administrators
        POST redaksi/artikel/{id}/hapus                  Administrators
        GET redaksi/peristiwa                            Desk
        GET redaksi/peristiwa/{id}                       Desk
        POST redaksi/peristiwa/{id}                      Editors
        GET redaksi/sumber                               Desk
        GET redaksi/sumber/baru                          Editors
        POST redaksi/sumber/baru                         Editors
        GET redaksi/sumber/opml                          Editors
        POST redaksi/sumber/opml                         Editors
        POST redaksi/sumber/opml?Save                    Editors
        GET redaksi/sumber/ekspor.opml                   Editors
        GET redaksi/sumber/{id}/tarik                    Editors
        POST redaksi/sumber/{id}/tarik                   Editors
        POST redaksi/antrean/massal/{id}?Stop            Editors
        GET redaksi/ringkasan                            Desk
        GET redaksi/sumber/{id}/ubah                     Editors
        POST redaksi/sumber/{id}/ubah                    Editors
        GET redaksi/sumber/{id}                          Desk
        POST redaksi/sumber/{id}                         Editors
        POST redaksi/sumber/{id}?Interval                Editors
        GET redaksi/sumber/{id}/hapus                    Administrators
        POST redaksi/sumber/{id}/hapus                   Administrators
        GET redaksi/sumber/{id}/uji                      Desk
        POST redaksi/sumber/{id}/uji                     Editors
        GET redaksi/akun                                 Administrators
        POST redaksi/akun?Invite                         Administrators
        POST redaksi/akun?Withdraw                       Administrators
        GET redaksi/akun/{id}                            Administrators
        POST redaksi/akun/{id}?Role                      Administrators
        POST redaksi/akun/{id}?Deactivate                Administrators
        POST redaksi/akun/{id}?Reactivate                Administrators
        POST redaksi/akun/{id}?TwoFactor                 Administrators
        POST redaksi/akun/{id}?Sessions                  Administrators
        POST redaksi/akun/{id}?Reset                     Administrators
        GET redaksi/aturan                               Editors
        GET redaksi/aturan/usul                          Editors
        POST redaksi/aturan/usul                         Editors
        GET redaksi/aturan/{id}                          Editors
        POST redaksi/aturan/{id}?Preview                 Editors
        POST redaksi/aturan/{id}?Discard                 Editors
        POST redaksi/aturan/{id}?Apply                   Administrators
        POST redaksi/aturan/{id}?Undo                    Administrators
        GET redaksi/audit                                Editors
        GET redaksi/audit/ekspor.csv                     Editors
        """);

    private static Dictionary<string, Access> Read(string table) =>
        table.Split('\n').Select(l => l.TrimEnd('\r')).ToDictionary(l => l[..^l.Split(' ')[^1].Length].TrimEnd(), l => Enum.Parse<Access>(l.Split(' ')[^1]), StringComparer.Ordinal);
}
