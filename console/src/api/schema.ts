// Made of the routes of the platform by `npm run api-types`; not to be edited.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Text: {
            zh: string;
            en: string;
        };
        Finding: {
            rule: string;
            scope?: string;
            /** @enum {string} */
            severity: "refuse" | "advise" | "unknown";
            field: string;
            message: components["schemas"]["Text"];
            remedy: components["schemas"]["Text"];
            source: {
                document: string;
                section: string;
                date?: string;
                url?: string;
            };
            from: string;
            until?: string;
            see?: string;
        };
        RuleInForce: {
            id: string;
            scope?: string;
            /** @enum {string} */
            severity: "refuse" | "advise" | "unknown";
            field: string;
            from: string;
            until?: string;
            source?: {
                document: string;
                section: string;
                date?: string;
                url?: string;
            };
            message: components["schemas"]["Text"];
            remedy: components["schemas"]["Text"];
        };
        /** @enum {string} */
        OperatorRole: "admin" | "catalog" | "reviewer" | "qualification-reviewer" | "finance" | "support";
        Account: {
            id: string;
            user: string;
            name: string;
            email: string | null;
            emailVerified: boolean;
            phone: string | null;
            /** @enum {string} */
            role: "owner" | "sub-user";
            operatorRoles: components["schemas"]["OperatorRole"][];
            balanceFen: number;
        };
        Session: {
            account: components["schemas"]["Account"] | null;
            clock: {
                now: string;
                today: string;
                movable: boolean;
                page: string | null;
            };
            rulesDate: string;
            /** @enum {string} */
            verifyBefore: "as-suffix" | "never";
            quickOrder: boolean;
            site: {
                /** @enum {string} */
                kind: "china" | "international";
                other: {
                    /** @enum {string} */
                    kind: "china" | "international";
                    url: string;
                } | null;
            };
        };
        SubUser: {
            id: string;
            name: string;
            email: string | null;
            createdAt: string;
        };
        ApiToken: {
            id: string;
            name: string;
            tail: string;
            createdAt: string;
        };
        Suffix: {
            suffix: string;
            ascii: string;
            registry: string | null;
            registryOperator: string | null;
            /** @enum {string} */
            kind: "china" | "generic" | "restricted" | "renew-only";
            /** @enum {string} */
            flow: "general" | "trademark" | "personal-name" | "gov" | "renew-only";
            meaning: components["schemas"]["Text"];
            periods: {
                min: number | null;
                max: number | null;
            };
            idn: boolean | null;
            /** @enum {string} */
            realName: "required" | "not-required" | "unknown";
            verifyBefore: boolean | null;
            templateCovers: boolean | null;
            sold: boolean;
            supports: {
                register: boolean;
                transfer: boolean;
                renew: boolean;
            };
            channels: {
                who: components["schemas"]["Text"];
                how: components["schemas"]["Text"];
                url?: string;
            }[];
            miitApproved: boolean | null;
            /** @enum {string} */
            labelClass: "general" | "cnnic" | "cn-category" | "cn-province" | "gov-cn" | "hk" | "hk-third" | "personal-name";
            label: {
                minLength: number | null;
                maxLength: number | null;
                maxLengthChinese: number | null;
                hyphenRule: ("no-consecutive" | "no-3-4") | null;
                chinese: boolean | null;
            };
            variants: "one-name" | null;
            premiumTiers: {
                tier: string;
                priceFen: {
                    register: number | null;
                    renew: number | null;
                    transfer: number | null;
                    restore: number | null;
                };
            }[] | null;
            priceFen: {
                register: number | null;
                renew: number | null;
                transfer: number | null;
                restore: number | null;
            };
            tenYearFen: number | null;
            holderRules: {
                site: string;
                region: string;
                holderType: string;
                allowed: boolean;
                finding?: components["schemas"]["Finding"];
            }[];
            note: components["schemas"]["Text"] | null;
            sources: {
                field: string;
                source: components["schemas"]["ValueSource"];
            }[];
        };
        ValueSource: {
            id: string;
            document: string;
            date?: string;
        };
        SuffixDetail: {
            suffix: string;
            ascii: string;
            registry: string | null;
            registryOperator: string | null;
            /** @enum {string} */
            kind: "china" | "generic" | "restricted" | "renew-only";
            /** @enum {string} */
            flow: "general" | "trademark" | "personal-name" | "gov" | "renew-only";
            meaning: components["schemas"]["Text"];
            periods: {
                min: number | null;
                max: number | null;
            };
            idn: boolean | null;
            /** @enum {string} */
            realName: "required" | "not-required" | "unknown";
            verifyBefore: boolean | null;
            templateCovers: boolean | null;
            sold: boolean;
            supports: {
                register: boolean;
                transfer: boolean;
                renew: boolean;
            };
            channels: {
                who: components["schemas"]["Text"];
                how: components["schemas"]["Text"];
                url?: string;
            }[];
            miitApproved: boolean | null;
            /** @enum {string} */
            labelClass: "general" | "cnnic" | "cn-category" | "cn-province" | "gov-cn" | "hk" | "hk-third" | "personal-name";
            label: {
                minLength: number | null;
                maxLength: number | null;
                maxLengthChinese: number | null;
                hyphenRule: ("no-consecutive" | "no-3-4") | null;
                chinese: boolean | null;
            };
            variants: "one-name" | null;
            premiumTiers: {
                tier: string;
                priceFen: {
                    register: number | null;
                    renew: number | null;
                    transfer: number | null;
                    restore: number | null;
                };
            }[] | null;
            priceFen: {
                register: number | null;
                renew: number | null;
                transfer: number | null;
                restore: number | null;
            };
            tenYearFen: number | null;
            holderRules: {
                site: string;
                region: string;
                holderType: string;
                allowed: boolean;
                finding?: components["schemas"]["Finding"];
            }[];
            note: components["schemas"]["Text"] | null;
            sources: {
                field: string;
                source: components["schemas"]["ValueSource"];
            }[];
            on: string;
            backend: string | null;
            /** @enum {string} */
            zone: "gtld" | "new-gtld" | "cctld" | "idn" | "second-level" | "product";
            lifecycle: {
                addGraceDays: number | null;
                autoRenewGraceDays: number | null;
                renewGraceDays: number | null;
                redemptionDays: number | null;
                redemptionRetailDays: number | null;
                pendingDeleteDays: number | null;
                transferLockDays: number | null;
                transferDaysBeforeExpiry: number | null;
                marketHoldDays: number | null;
            };
            realNameSince: string | null;
            templateCautions: string[] | null;
            namingReview: boolean | null;
            namingRefund: boolean | null;
            eligibility: {
                chinaCN: ("both" | "organisation" | "person" | "nobody") | null;
                chinaHK: ("both" | "organisation" | "person" | "nobody") | null;
                chinaMO: ("both" | "organisation" | "person" | "nobody") | null;
                chinaTW: ("both" | "organisation" | "person" | "nobody") | null;
                chinaOther: ("both" | "organisation" | "person" | "nobody") | null;
                internationalCN: ("both" | "organisation" | "person" | "nobody") | null;
                internationalHK: ("both" | "organisation" | "person" | "nobody") | null;
                internationalMO: ("both" | "organisation" | "person" | "nobody") | null;
                internationalTW: ("both" | "organisation" | "person" | "nobody") | null;
                internationalOther: ("both" | "organisation" | "person" | "nobody") | null;
            };
            qualification: string | null;
            offeredWords: {
                before: string[];
                after: string[];
            } | null;
            special: string | null;
            miitApprovedOn: {
                date: string;
                /** @enum {string} */
                is: "on" | "by" | "about";
            } | null;
            registryLock: boolean | null;
            dnssec: boolean | null;
            capabilities: {
                register: boolean | null;
                transfer: boolean | null;
                renew: boolean | null;
            };
            examplePriceFen: {
                register: number | null;
                renew: number | null;
                transfer: number | null;
                restore: number | null;
            } | null;
            examplePriceAsOf: {
                [key: string]: {
                    year: number;
                    source: string;
                };
            } | null;
            exampleRestoreOther: {
                year: number;
                source: string;
                fen: number;
            } | null;
            namedBy: string[];
            lastSeenOnSale: string | null;
            notes: string[];
        };
        SuffixName: {
            suffix: string;
            ascii: string;
            /** @enum {string} */
            kind: "china" | "generic" | "restricted" | "renew-only";
            sold: boolean;
        };
        Catalog: {
            on: string;
            pricesFrom: string;
            suffixes: components["schemas"]["Suffix"][];
        };
        WholeSearch: {
            query: string;
            normalised: string;
            findings: components["schemas"]["Finding"][];
            rows: components["schemas"]["FoundRow"][];
            answered: number;
            total: number;
            ms: number;
        };
        FoundRow: {
            id: string;
            position: number;
            name: string;
            ascii: string;
            label: string;
            suffix: string;
            /** @enum {string} */
            state: "free" | "taken" | "reserved" | "refused" | "conditional" | "unanswered";
            /** @enum {boolean} */
            confirmed?: false;
            price?: {
                registerFen: number;
                renewFen: number | null;
                /** @enum {boolean} */
                premium?: true;
            };
            findings: components["schemas"]["Finding"][];
            yours?: components["schemas"]["OtherForm"];
            reason?: string;
            neighbours?: {
                name: string;
                ascii: string;
                registerFen: number;
            }[];
        };
        SearchRow: {
            id: string;
            /** @enum {string} */
            state: "free" | "taken" | "reserved" | "refused" | "conditional" | "unanswered";
            /** @enum {boolean} */
            confirmed?: false;
            price?: {
                registerFen: number;
                renewFen: number | null;
                /** @enum {boolean} */
                premium?: true;
            };
            findings: components["schemas"]["Finding"][];
            yours?: components["schemas"]["OtherForm"];
            reason?: string;
            neighbours?: {
                name: string;
                ascii: string;
                registerFen: number;
            }[];
            name: string;
            ascii: string;
            also?: {
                id: string;
                name: string;
                ascii: string;
            }[];
        };
        OtherForm: {
            name: string;
            ascii: string;
            /** @enum {string} */
            disposition: "original" | "allocatable-simplified" | "allocatable-traditional" | "allocatable" | "blocked" | "invalid" | "different";
        };
        NameRecord: {
            name: string;
            ascii: string;
            registrar: string;
            ours: boolean;
            since: string | null;
            until: string | null;
            statuses: string[];
            askedAt: string;
            form: components["schemas"]["OtherForm"] | null;
        };
        Suggestion: {
            name: string;
            ascii: string;
            suffix: string;
            kind: string;
            why: components["schemas"]["Text"];
            price: {
                registerFen: number;
                renewFen: number | null;
            };
        };
        Price: {
            registerFen: number | null;
            renewFen: number | null;
            /** @enum {boolean} */
            premium?: true;
        };
        ListItem: {
            name: string;
            ascii: string;
            suffix: string;
            years: number;
            price: components["schemas"]["Price"];
            /** @enum {string} */
            state: "ok" | "invalid";
            findings: components["schemas"]["Finding"][];
        };
        NameList: {
            items: components["schemas"]["ListItem"][];
            firstYearFen: number;
        };
        Template: {
            id: string;
            /** @enum {string} */
            holderType: "person" | "organisation";
            name: components["schemas"]["Text"];
            contact: components["schemas"]["Text"];
            legalRepresentative: string;
            region: string;
            province: components["schemas"]["Text"];
            city: components["schemas"]["Text"];
            street: components["schemas"]["Text"];
            postcode: string;
            phone: string;
            email: string;
            emailVerified: boolean;
            /** @enum {string} */
            identity: "unverified" | "reviewing" | "verified" | "failed";
            certificate: {
                kind: string;
                title: components["schemas"]["Text"];
                numberTail: string;
                issuedOn?: string;
                endsOn?: string;
            };
            default: boolean;
            createdAt: string;
        };
        NewTemplate: {
            /** @enum {string} */
            holderType: "person" | "organisation";
            name: {
                zh: string;
                en?: string;
            };
            contact?: {
                zh: string;
                en?: string;
            };
            legalRepresentative?: string;
            region: string;
            province: {
                zh: string;
                en?: string;
            };
            city: {
                zh: string;
                en?: string;
            };
            street: {
                zh: string;
                en?: string;
            };
            postcode: string;
            phone: string;
            email: string;
            certificate: {
                kind: string;
                number?: string;
                issuedOn?: string;
                endsOn?: string;
            };
            default?: boolean;
        };
        OfferedKind: {
            kind: string;
            code: string | null;
            /** @enum {string} */
            holderType: "person" | "organisation";
            regions: string[];
            title: components["schemas"]["Text"];
            accepted: boolean | null;
            dates: {
                issued: boolean;
                ends: boolean;
            };
        };
        /** @enum {string} */
        PaperKind: "id-front" | "id-back" | "licence" | "passport" | "authorisation" | "other" | "trademark-certificate" | "organisation-proof" | "licence-proof" | "application-form" | "hand-held" | "pledge" | "use-proof";
        Paper: {
            id: string;
            kind: components["schemas"]["PaperKind"];
            width: number;
            height: number;
            bytes: number;
            findings: components["schemas"]["Finding"][];
            uploadedAt: string;
        };
        ReviewCase: {
            number: string;
            /** @enum {string} */
            axis: "identity" | "qualification" | "enhanced";
            attempt: number;
            /** @enum {string} */
            state: "waiting" | "second" | "provider" | "passed" | "failed" | "withdrawn";
            submittedAt: string;
            dueAt: string;
            decidedAt: string | null;
            reasons: string[];
            why: {
                id: string;
                cause: components["schemas"]["Text"];
                remedy: components["schemas"]["Text"];
                field: string | null;
                path: ("A" | "B") | null;
            }[];
            remark: string | null;
            heard: string | null;
        };
        Verification: {
            /** @enum {string} */
            identity: "unverified" | "reviewing" | "verified" | "failed";
            turn: ("you" | "we" | "provider") | null;
            consent: boolean;
            needed: ("id-front" | "id-back" | "licence" | "passport" | "authorisation" | "other")[];
            offered: ("id-front" | "id-back" | "licence" | "passport" | "authorisation" | "other")[];
            papers: components["schemas"]["Paper"][];
            cases: components["schemas"]["ReviewCase"][];
            findings: components["schemas"]["Finding"][];
            timeline: {
                at: string;
                kind: string;
                title: components["schemas"]["Text"];
            }[];
        };
        ConsentWords: {
            version: string;
            points: {
                title: components["schemas"]["Text"];
                text: components["schemas"]["Text"];
            }[];
            recipients: {
                /** @enum {string} */
                role: "provider" | "registry";
                name: components["schemas"]["Text"];
            }[];
            given: {
                at: string;
                version: string;
            } | null;
        };
        NewOrder: {
            lines: {
                name: string;
                years: number;
                personal?: boolean;
            }[];
            /** @enum {string} */
            holderType: "person" | "organisation";
            templateId?: string;
            termsAccepted: boolean;
            /** @description Entered by a person; refused to tokens of the API */
            promoCode?: string;
            declined?: string[];
            expectedTotalFen?: number;
            dryRun?: boolean;
        };
        DryRunLine: {
            name: string;
            ascii: string;
            suffix: string;
            years: number;
            unitText: string;
            discountFen: number;
            subtotalFen: number;
            premium: boolean;
            /** @enum {string} */
            state: "ok" | "invalid";
            findings: components["schemas"]["Finding"][];
            openOrder?: string;
        };
        DryRun: {
            lines: components["schemas"]["DryRunLine"][];
            totalFen: number;
            findings: components["schemas"]["Finding"][];
            missing: components["schemas"]["Text"][];
            offers: components["schemas"]["FittingOffer"][];
            codeTrouble: {
                code: string;
                title: components["schemas"]["Text"];
                findings: components["schemas"]["Finding"][];
            } | null;
        };
        FittingOffer: {
            id: string;
            title: components["schemas"]["Text"];
            until: string | null;
            byCode: boolean;
            discountFen: number;
            bestFen: number;
            declined: boolean;
        };
        RenewalTrial: {
            lines: {
                name: string;
                ascii: string;
                suffix: string;
                years: number;
                unitText: string;
                discountFen: number;
                subtotalFen: number;
                /** @enum {string} */
                state: "ok" | "invalid";
                findings: components["schemas"]["Finding"][];
                expiresOn: string | null;
                newExpiry: string | null;
            }[];
            totalFen: number;
            offers: components["schemas"]["FittingOffer"][];
            codeTrouble: {
                code: string;
                title: components["schemas"]["Text"];
                findings: components["schemas"]["Finding"][];
            } | null;
        };
        OrderLine: {
            id: string;
            name: string;
            ascii: string;
            suffix: string;
            years: number;
            unitText: string;
            discountFen: number;
            subtotalFen: number;
            premium: boolean;
            /** @enum {string} */
            state: "waiting" | "executing" | "unknown" | "succeeded" | "failed" | "refunded";
            task: string | null;
            expiresOn: string | null;
            findings: components["schemas"]["Finding"][];
            detail: components["schemas"]["Text"];
            refundTo: ("balance" | "channel" | "operator") | null;
            registry?: {
                code: number;
                message: string;
                clTRID: string;
                svTRID: string;
            };
        };
        Order: {
            number: string;
            /** @enum {string} */
            kind: "register" | "renew";
            /** @enum {string} */
            state: "awaiting-payment" | "processing" | "succeeded" | "partly-succeeded" | "failed" | "closed";
            createdAt: string;
            paidAt: string | null;
            payBy: string;
            front: ("china" | "international") | null;
            method: ("balance" | "alipay" | "online-banking") | null;
            totalFen: number;
            refundedFen: number;
            lines: components["schemas"]["OrderLine"][];
            timeline: {
                key: string;
                title: components["schemas"]["Text"];
                detail: components["schemas"]["Text"];
                at: string | null;
                /** @enum {string} */
                state: "done" | "now" | "coming" | "failed";
                /** @enum {string} */
                turn?: "you" | "we" | "registry";
            }[];
        };
        OrderPage: {
            orders: components["schemas"]["Order"][];
            next: string | null;
        };
        NextStep: {
            /** @enum {string} */
            key: "identity" | "filing" | "auto-renew";
            names: string[];
            /** @enum {string} */
            state: "now" | "reviewing" | "waits" | "open" | "closed" | "unknown" | "done";
            turn: ("you" | "we" | "bureau") | null;
            by: string | null;
            earliest: string | null;
            latest: string | null;
            sure: boolean;
            findings: components["schemas"]["Finding"][];
        };
        Payment: {
            order?: components["schemas"]["Order"];
            redirect?: string;
            qr?: string;
            outTradeNo?: string;
        };
        BankAccount: {
            payee: string;
            bank: string;
            account: string;
        };
        HeldRefund: {
            line: string;
            number: string;
            name: string;
            fen: number;
            method: ("balance" | "alipay" | "online-banking") | null;
            outTradeNo: string;
            code: string;
            openedAt: string;
        };
        Remittance: {
            id: string;
            reference: string;
            fen: number;
            /** @enum {string} */
            state: "announced" | "received" | "withdrawn";
            announcedAt: string;
            receivedFen: number | null;
            receivedOn: string | null;
        };
        Remittances: {
            to: components["schemas"]["BankAccount"] | null;
            remittances: components["schemas"]["Remittance"][];
        };
        Balance: {
            balanceFen: number;
            entries: {
                at: string;
                kind: string;
                /** @enum {string} */
                method?: "alipay" | "online-banking";
                fen: number;
                balanceFen: number;
                subject: string;
            }[];
            next: string | null;
        };
        DomainRow: {
            name: string;
            ascii: string;
            suffix: string;
            serviceState: {
                key: string;
                shape: string;
                tone: string;
                title: components["schemas"]["Text"];
                next: components["schemas"]["Text"];
            };
            expiresOn: string;
            daysLeft: number;
            autoRenew: boolean;
        };
        DomainPage: {
            items: components["schemas"]["DomainRow"][];
            counts: {
                all: number;
                yours: number;
                expiring: number;
                unverified: number;
                executing: number;
                "holder-change": number;
                expired: number;
            };
            expiries: {
                month: string;
                count: number;
            }[];
            expiringFen: number;
            nextDue: string | null;
            next: string | null;
        };
        LifePhase: {
            key: string;
            from: string | null;
            to: string | null;
            days: number | null;
        };
        Axis: {
            key: string;
            title: components["schemas"]["Text"];
            state: components["schemas"]["Text"];
            shape: string;
            tone: string;
            detail: components["schemas"]["Text"];
        };
        Domain: {
            name: string;
            ascii: string;
            suffix: string;
            sentence: components["schemas"]["Text"];
            serviceState: {
                key: string;
                shape: string;
                tone: string;
                title: components["schemas"]["Text"];
                next: components["schemas"]["Text"];
            };
            axes: components["schemas"]["Axis"][];
            filingOrder: string | null;
            closed: {
                operations: string[];
                operation: components["schemas"]["Text"];
                why: components["schemas"]["Text"];
                until: components["schemas"]["Text"] | null;
                finding: components["schemas"]["Finding"];
            }[];
            life: {
                from: string;
                expires: string;
                registryExpires: string | null;
                today: string;
                phases: components["schemas"]["LifePhase"][];
            };
            autoRenew: boolean;
            registration: {
                template: string;
                agentHeld: boolean;
                /** @enum {string} */
                identity: "unverified" | "reviewing" | "verified" | "failed";
                holder: components["schemas"]["Text"];
                email: string;
                emailVerified: boolean;
                roid: string;
                registry: string;
                front: ("china" | "international") | null;
                dnssec: boolean;
                nameservers: string[];
                statuses: string[];
                pendingVerification: string | null;
            };
            raw: unknown;
        };
        Promotion: {
            id: string;
            /** @enum {string} */
            product: "register" | "renew";
            title: components["schemas"]["Text"];
            suffixes: string[];
            /** @enum {string} */
            kind: "fixed-price" | "percent" | "amount-off";
            value: number;
            until: string | null;
            firstOrderOnly: boolean;
            needsCode: boolean;
        };
        Promotions: {
            promotions: components["schemas"]["Promotion"][];
            codesFrom: components["schemas"]["Text"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Text = components['schemas']['Text'];
export type Finding = components['schemas']['Finding'];
export type RuleInForce = components['schemas']['RuleInForce'];
export type OperatorRole = components['schemas']['OperatorRole'];
export type Account = components['schemas']['Account'];
export type Session = components['schemas']['Session'];
export type SubUser = components['schemas']['SubUser'];
export type ApiToken = components['schemas']['ApiToken'];
export type Suffix = components['schemas']['Suffix'];
export type ValueSource = components['schemas']['ValueSource'];
export type SuffixDetail = components['schemas']['SuffixDetail'];
export type SuffixName = components['schemas']['SuffixName'];
export type Catalog = components['schemas']['Catalog'];
export type WholeSearch = components['schemas']['WholeSearch'];
export type FoundRow = components['schemas']['FoundRow'];
export type SearchRow = components['schemas']['SearchRow'];
export type OtherForm = components['schemas']['OtherForm'];
export type NameRecord = components['schemas']['NameRecord'];
export type Suggestion = components['schemas']['Suggestion'];
export type Price = components['schemas']['Price'];
export type ListItem = components['schemas']['ListItem'];
export type NameList = components['schemas']['NameList'];
export type Template = components['schemas']['Template'];
export type NewTemplate = components['schemas']['NewTemplate'];
export type OfferedKind = components['schemas']['OfferedKind'];
export type PaperKind = components['schemas']['PaperKind'];
export type Paper = components['schemas']['Paper'];
export type ReviewCase = components['schemas']['ReviewCase'];
export type Verification = components['schemas']['Verification'];
export type ConsentWords = components['schemas']['ConsentWords'];
export type NewOrder = components['schemas']['NewOrder'];
export type DryRunLine = components['schemas']['DryRunLine'];
export type DryRun = components['schemas']['DryRun'];
export type FittingOffer = components['schemas']['FittingOffer'];
export type RenewalTrial = components['schemas']['RenewalTrial'];
export type OrderLine = components['schemas']['OrderLine'];
export type Order = components['schemas']['Order'];
export type OrderPage = components['schemas']['OrderPage'];
export type NextStep = components['schemas']['NextStep'];
export type Payment = components['schemas']['Payment'];
export type BankAccount = components['schemas']['BankAccount'];
export type HeldRefund = components['schemas']['HeldRefund'];
export type Remittance = components['schemas']['Remittance'];
export type Remittances = components['schemas']['Remittances'];
export type Balance = components['schemas']['Balance'];
export type DomainRow = components['schemas']['DomainRow'];
export type DomainPage = components['schemas']['DomainPage'];
export type LifePhase = components['schemas']['LifePhase'];
export type Axis = components['schemas']['Axis'];
export type Domain = components['schemas']['Domain'];
export type Promotion = components['schemas']['Promotion'];
export type Promotions = components['schemas']['Promotions'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
